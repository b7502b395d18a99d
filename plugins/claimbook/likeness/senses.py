"""Words that mean the same, words that mean the opposite, and words that deny (English, German)."""

from types import MappingProxyType

# Words of one line, and of indented ones below it, mean much the same; those behind the slash
# are their opposite.
_SENSES = """
invest investment put pour investieren investition / divest divestment withdraw abziehen
rise rose risen grew grown increase grow growth climb surge soar jump gain steigen stieg stiegen
  anstieg gestiegen wachsen wuchs gewachsen zunehmen erhöhen / fall fell fallen shrank sank
  decrease decline drop shrink sink plunge dwindle sinken gesunken fallen gefallen zurückgehen
  abnehmen
launch open start begin began introduce release unveil enter debut establish found starten
  startete eröffnen eröffnung beginnen begann veröffentlichen veröffentlichung einführen gründen
  / close closure end exit leave left shut discontinue stop quit ceased cease terminate scrap
  schließen geschlossen schloss beenden einstellen eingestellt enden aufhören
more much additional mehr / less fewer weniger
better gut besser / worse schlechter
strong stronger tough stark stärker / weak weaker schwach schwächer
high higher hoch höher / low lower niedrig niedriger
widen broaden expand extend ausweiten erweitern / narrow restrict verengen einschränken
win winning won victory gewinnen gewann gewonnen / lose lost defeat verlieren verlor verloren
allow permit legalise legalize erlauben / ban forbid prohibit outlaw verbieten verbot verboten
support back endorse unterstützen / oppose ablehnen widersprechen
buy bought acquire purchase acquisition kaufen kaufte gekauft erwerben / sell sold sale
  verkaufen verkaufte verkauft
raise lift anheben / cut reduce slash senken kürzen
hire employ einstellung anstellen / dismiss fire sack layoff entlassen
legal lawful legal / illegal unlawful verboten illegal
guilty schuldig / innocent acquit unschuldig freigesprochen
safe harmless sicher harmlos / dangerous harmful unsafe gefährlich schädlich
succeed success erfolg / fail failure scheitern
profitable profit gewinnbringend / unprofitable
true right wahr / false wrong untrue falsch unwahr
cause trigger provoke auslösen verursachen / prevent stop verhindern
say said tell told state announce announcement declare report claim acknowledge admit voice
  sagen sagte gesagt ankündigen angekündigt kündigte erklären mitteilen melden
agreement deal contract accord pact vereinbarung vertrag abkommen
company firm corporation business businesses unternehmen firma konzern
film movie cinema film kino
worry concern fear befürchten sorge furcht angst
spokesperson spokesman spokeswoman sprecher sprecherin
customer client kunde kunden
employee worker staff mitarbeiter beschäftigte
use user employ nutzen nutzer
make made produce create generate generation erzeugen herstellen
pay paid payment zahlen zahlung gezahlt
money cash funds geld
child children kid kind kinder
head chief boss chef leiter
government regierung
show showed demonstrate zeigen
get receive bekommen erhalten
big large major great huge groß wichtig
fast quick quickly rapid schnell
continue keep weiterhin fortsetzen
die died death killed sterben starb tod
car vehicle auto fahrzeug
limit limited cap begrenzen
popular popularity beliebt
"""
DENYING = frozenset(
    (
        *("not", "never", "no", "none", "nobody", "nothing", "neither", "without", "cannot", "nt"),
        *("hardly", "scarcely", "kaum"),
        *("nicht", "nie", "niemals", "kein", "keine", "keinen", "keiner", "keinem", "keines"),
        *("nichts", "niemand", "weder", "ohne", "pas", "jamais", "aucun", "aucune", "niet"),
        *("geen", "não", "nunca", "non", "не", "нет", "никогда", "ikke", "inte", "nie"),
    )
)
DENYING_VERBS = frozenset(
    (
        *("deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "refuse"),
        *("refuses", "refused", "dispute", "disputes", "disputed", "refute", "refutes", "refuted"),
        *("debunk", "debunks", "debunked", "disprove", "disproves", "disproved", "disproven"),
        *("bestreitet", "bestreiten", "bestritt", "bestritten", "leugnet", "leugnen", "leugnete"),
        *("leugneten", "dementiert", "dementieren", "dementierte", "dementierten", "weigert"),
        *("weigern", "weigerte", "weigerten", "widerlegt", "widerlegen", "widerlegte"),
        *("widerlegten",),
    )
)
# In scripts without spaces a denial is part of what stands around it.
DENYING_SIGNS = ("ない", "なかった", "ません", "不", "没有", "未", "않", "없")
# What is said to come, which is not what has come.
AHEAD = frozenset(
    (
        *("will", "would", "ll", "plan", "plans", "planned", "planning", "intend", "intends"),
        *("intended", "intention", "propose", "proposes", "proposed", "proposal", "expect"),
        *("expects", "expected", "want", "wants", "aim", "aims", "hope", "hopes"),
        *("würde", "würden", "planen", "plante", "geplant", "will", "wollen", "wollte"),
        *("beabsichtigt", "vorhaben", "vorhat", "soll", "sollen"),
    )
)
# In English a plant is a factory or a flower.
AHEAD_IN_GERMAN = AHEAD | {"plant"}
AHEAD_PHRASES = ("going to ", " is to ", " are to ", " was to ", " were to ")
NOT_DENYING = ("not only", "not just", "no doubt", "nicht nur", "nicht zuletzt", "no less than")
SMALL = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "been", "being", "by", "can", "could", "did"),
        *("do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "in"),
        *("into", "is", "it", "its", "may", "might", "of", "on", "or", "our", "she", "should"),
        *("so", "such", "than", "that", "the", "their", "them", "there", "these", "they", "this"),
        *("those", "to", "was", "we", "were", "what", "when", "where", "which", "while", "who"),
        *("will", "with", "would", "also", "because", "order", "part", "under", "until", "about"),
        *("after", "before", "during", "between", "both", "only", "nor", "including", "had", "ll"),
        *("re", "ve", "go", "went", "become", "became", "becomes", "per"),
        *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "einem"),
        *("einen", "und", "oder", "aber", "im", "in", "am", "an", "auf", "aus", "bei", "für"),
        *("hat", "haben", "hatte", "hatten", "ist", "sind", "war", "waren", "wird", "werden"),
        *("wurde", "wurden", "worden", "mit", "nach", "von", "vom", "vor", "zu", "zum", "zur"),
        *("um", "über", "unter", "durch", "dass", "sich", "es", "er", "sie", "wie", "noch"),
        *("als", "auch", "dies", "diese", "dieser", "soll", "sollen", "kann", "will", "wollen"),
        *("le", "la", "les", "de", "du", "des", "un", "une", "et", "en", "dans", "que", "qui"),
        *("est", "sont", "par", "pour", "sur", "au", "aux", "ne", "il", "elle", "el", "los"),
    )
)
GERMAN = frozenset(
    ("der", "die", "das", "den", "dem", "und", "im", "hat", "ist", "nicht", "wurde", "zu", "von")
)
ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "that", "was", "is", "it", "has", "did", "not", "for", "on")
)


def _read(told: str) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for line in told.replace("\n  ", " ").strip().splitlines():
        sides = [each.casefold().split() for each in line.split("/")]
        for sign, words in zip((1, -1), sides, strict=False):
            weight = sign if len(sides) > 1 else 0
            for word in words:
                found.setdefault(word, (f"~{sides[0][0]}", weight))
    return found


# For each word its sense, and which side of it: 1, -1, or 0 where it has no opposite.
SENSES = MappingProxyType(_read(_SENSES))
