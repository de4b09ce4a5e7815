"""A certificate of our own: a browser warns of it once, and then the phone's screen can stay on."""

import datetime
import ipaddress
import ssl
import tempfile
from pathlib import Path

DAYS = 7


def certificate(addresses: tuple[str, ...], *, now: datetime.datetime) -> tuple[bytes, bytes, str]:
    """A fresh key and a certificate that it signed itself.

    Args:
        addresses: IP addresses of this machine that it is for; ``localhost`` is added.
        now: From when it is valid; for a week.

    Returns:
        The certificate and the key in PEM, and the certificate's SHA-256 fingerprint.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Effleurage on this computer")])
    names: list[x509.GeneralName] = [x509.IPAddress(ipaddress.ip_address(one)) for one in addresses]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost"), *names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    print_ = made.fingerprint(hashes.SHA256()).hex(":").upper()
    return made.public_bytes(serialization.Encoding.PEM), secret, print_


def context(public: bytes, secret: bytes) -> ssl.SSLContext:
    """A server's TLS context; the key is on the disk only while it is loaded, for its owner alone."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    with tempfile.TemporaryDirectory(prefix="effleurage-") as folder:
        both = Path(folder, "both.pem")
        both.touch(mode=0o600)
        both.write_bytes(secret + public)
        made.load_cert_chain(both)
    return made
