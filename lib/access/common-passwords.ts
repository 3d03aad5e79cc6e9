/**
 * What attackers try first, without the decorations people add: a password is compared after its capitals, its
 * letters written as digits, and the digits and signs at its ends are taken away, so "p4ssw0rd", "Password1!"
 * and "2024password" are all "password".
 */
const words = `
abc abcabc abcd abcdef abcdefg abcdefgh access account admin administrator adminadmin alexander alexis amanda amber
america andrea andrew angel angela angels anthony apple apples arsenal ashley asdf asdfasdf asdfgh asdfghjk asdfghjkl
august austin autumn azerty babygirl backsolve badboy bailey banana barcelona baseball basketball batman beautiful
benjamin berlin bigdaddy blessed blessing bond bonjour boomer boston brandon brandy broncos bubbles buster butterfly
calvin camaro canada carlos caroline change changeme changemenow changeit charles charlie cheese chelsea chester
chicago chicken chocolate chris christian christmas christopher classic claudia clear coffee company computer
cookie cookies corvette cowboy cowboys crystal dakota dallas daniel danielle dave david december default demo demodemo
dennis diamond doctor dolphin dolphins donald dragon dragons dreams eagles easter eduardo einstein elephant
elizabeth emily eminem england enter estrella everton falcon family february ferrari fish fishing flower flowers
football footballer forever formula france freedom friday friend friends fuckyou gabriel garfield george ginger girls
goldfish golden google gordon guest guitar hallo hammer hannah happy harley heather hello hellohello helloworld helpme
hockey holiday homer hotdog hunter iceman iloveu iloveyou iloveyousomuch internet isabella jackson jaguar january
jasmine jasper jennifer jeremy jessica jesus jesuschrist johnny johnson jonathan jordan joseph joshua july june
justin killer kitten knight kristina ladybug lakers larkfield lauren legend leonardo letme letmein letmeinnow lifeehack
liverpool login logmein london love loveme lovely loveyou lucky madison maggie manager manchester march marina marine
marlboro martin master matrix matthew maverick maxwell melissa mercedes merlin michael michelle michigan mickey
midnight miller minecraft mister monday money monica monkey monster morgan mother mountain muffin murphy mustang myspace
naruto natalie nathan newpassword newyork nicholas nicole nintendo nothing november october office oliver orange packers
paris parola pass passion passme passord passpass passphrase passwd passwort password passwordpassword patrick peaches
peanut pepper phoenix player please pokemon police porsche power president prince princess purple pussycat qazwsx
qazwsxedc qwer qwert qwerty qwertyqwerty qwertyui qwertyuiop qwertz qwertzuiop rabbit rachel rainbow raiders ranger
rebecca recruiter recruiting redsox richard robert rocket rockstar root rootroot samantha samsung samuel sandra
sarah saturday scooter scorpion secret secrets sebastian security september server service shadow shannon sierra silver
simple smokey snoopy soccer sophia sophie spider spiderman spring starwars stephanie steven strong success summer
summertime sunday sunflower sunshine super superman superstar surfer sweetheart sweet taylor teacher team temp
temporary tennis test tester testing testtest thomas thunder thursday thx tiger tigers tinkerbell toor trouble
trustno trustnoone tuesday turtle twitter unknown user username valentina vanessa vacation verify victor victoria
vikings viking wednesday welcome welcometo welcomeback whatever wilson william winner winter wizard wolf
yankees yellow zaqwsx zxcvbn zxcvbnm zxcvbnmasdfghjkl
`;

export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
