"""A mail server on loopback that takes down what it is sent.

Usage: smtp_server.py FOLDER [--tls CERT KEY] [--require-auth | --offer-auth] [--delay SECONDS] [--connections MOST]

Prints its port. Each mail is one JSON line in FOLDER/mails, written before the answer is given, parsed by Python's own mail reader.
Recipients in the domain slow.example are answered after a long pause, in tarpit.example after a short one, in busy.example with 451, in
gone.example with 550. Who connects when there are MOST connections already is turned away with 421.
"""
import asyncio, email, email.policy, json, os, ssl, sys
from aiosmtpd.smtp import SMTP, AuthResult

arguments = sys.argv[1:]
folder = arguments[0]


def option(name, count=0):
    if name not in arguments:
        return None
    at = arguments.index(name)
    return arguments[at + 1:at + 1 + count] if count else True


delay = float((option("--delay", 1) or ["0"])[0])


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        domain = address.rsplit("@", 1)[1]
        await asyncio.sleep(delay)
        if domain == "slow.example":
            await asyncio.sleep(30)
        if domain == "tarpit.example":
            await asyncio.sleep(3.5)
        if domain == "busy.example":
            return "451 4.3.0 come back later"
        if domain == "gone.example":
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(delay)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        with open(os.path.join(folder, "mails"), "a", encoding="utf-8") as file:
            file.write(json.dumps({
                "to": envelope.rcpt_tos, "from": envelope.mail_from, "tls": session.ssl is not None, "login": bool(session.authenticated),
                "type": message.get_content_type(), "headers": [[name, str(value)] for name, value in message.items()],
                "parts": [[part.get_content_type(), part.get_content()] for part in parts],
                "defects": [str(defect) for part in message.walk() for defect in part.defects],
                "longest": max(len(line) for line in envelope.content.split(b"\r\n")), "ascii": envelope.content.isascii(),
            }, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        await asyncio.sleep(delay)
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(handled=False, success=data.login == b"tracker" and data.password == b"right password")


class Crowded(SMTP):
    """Takes so many connections at once, and no more."""
    most, now = int((option("--connections", 1) or ["1000"])[0]), 0

    def connection_made(self, transport):
        self.counted = Crowded.now < Crowded.most
        if not self.counted:
            transport.write(b"421 4.7.0 too many connections\r\n")
            transport.close()
            return
        Crowded.now += 1
        super().connection_made(transport)

    def connection_lost(self, error):
        if self.counted:
            Crowded.now -= 1
            super().connection_lost(error)

    def eof_received(self):
        return super().eof_received() if self.counted else False


settings = {}
if tls := option("--tls", 2):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*tls)
    settings.update(tls_context=context)
if option("--require-auth") or option("--offer-auth"):
    settings.update(authenticator=authenticate, auth_required=bool(option("--require-auth")), auth_require_tls=bool(tls))


async def serve():
    server = await asyncio.get_running_loop().create_server(lambda: Crowded(Handler(), **settings), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
