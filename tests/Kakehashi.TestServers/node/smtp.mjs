// A real mail server for tests: node smtp.mjs PORT [secured]. Says "ready", then one line of base64 for each message that it
// takes; ends when its standard input does. Whom a letter is to decides what becomes of it: "nobody…" does not exist,
// "later…" is refused for now. The user "kakehashi" with the password "letters" may sign in; who signs in otherwise may not.
import { SMTPServer } from 'smtp-server';

const [port, mode] = [Number(process.argv[2]), process.argv[3]];
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  authOptional: true,
  // its certificate is made by itself: nobody should trust it
  disabledCommands: mode === 'secured' ? [] : ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _, done) => (username === 'kakehashi' && password === 'letters' ? done(null, { user: username }) : done(refusal(535, 'no such user or password'))),
  onRcptTo: ({ address }, _, done) => {
    if (address.startsWith('nobody')) return done(refusal(550, 'no such mailbox'));
    if (address.startsWith('later')) return done(refusal(451, 'try again later'));
    done();
  },
  onData: (stream, _, done) => {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => process.stdout.write(`${Buffer.concat(parts).toString('base64')}\n`, () => done(null, 'taken')));
  },
});

server.on('error', () => {});
server.listen(port, '127.0.0.1', () => console.log('ready'));
process.stdin.on('end', () => process.exit(0)).resume();
