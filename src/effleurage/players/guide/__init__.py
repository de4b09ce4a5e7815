"""The guide: a page that leads a giver's hands through a performance, served or as one file."""

from effleurage.players.guide._build import figure as figure
from effleurage.players.guide._figure import Figure as Figure
from effleurage.players.guide._figure import HandFigure as HandFigure
from effleurage.players.guide._lan import qr as qr
from effleurage.players.guide._lan import require_lan as require_lan
from effleurage.players.guide._memory import Memory as Memory
from effleurage.players.guide._memory import Receiver as Receiver
from effleurage.players.guide._memory import Sitting as Sitting
from effleurage.players.guide._packing import pack as pack
from effleurage.players.guide._packing import unpack as unpack
from effleurage.players.guide._page import page as page
from effleurage.players.guide._page import policy as policy
from effleurage.players.guide._payload import moments as moments
from effleurage.players.guide._payload import session_info as session_info
from effleurage.players.guide._payload import session_json as session_json
from effleurage.players.guide._schema import HandMesh as HandMesh
from effleurage.players.guide._schema import SessionInfo as SessionInfo
from effleurage.players.guide._server import Addresses as Addresses
from effleurage.players.guide._server import application as application
from effleurage.players.guide._server import bind as bind
from effleurage.players.guide._server import serve as serve
from effleurage.players.guide._session import Articles as Articles
from effleurage.players.guide._session import Choice as Choice
from effleurage.players.guide._session import Session as Session
from effleurage.players.guide._settings import Settings as Settings
