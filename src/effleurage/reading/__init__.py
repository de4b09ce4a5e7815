"""Reading massage English: `read(text)` gives a Routine and a Report.

Three passes: split (headings, sentences), parse (what is written), resolve (what is meant). Spans
point into the text all the way. The lexicons are tables in `data/`; adding a word needs no code.
"""

from effleurage.reading._codes import codes as codes
from effleurage.reading._codes import explain as explain
from effleurage.reading._contract import to_contract_json as to_contract_json
from effleurage.reading._read import Report as Report
from effleurage.reading._read import read as read
from effleurage.reading._rewrite import rewrite as rewrite
from effleurage.reading._split.html import article_text as article_text
from effleurage.reading._split.html import is_html as is_html
from effleurage.reading._wishes import Wished as Wished
from effleurage.reading._wishes import wishes as wishes
