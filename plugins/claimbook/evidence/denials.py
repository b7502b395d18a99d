"""Whether words deny something, in the languages whose denials are known."""

import re

# Words that deny: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish,
# Norwegian, Polish, Russian, Ukrainian, Turkish, Arabic, Persian, Hindi.
_WORDS = frozenset(
    (
        *(
            "no",
            "not",
            "never",
            "none",
            "nobody",
            "nothing",
            "nowhere",
            "neither",
            "nor",
            "without",
        ),
        *(
            "cannot",
            "barely",
            "hardly",
            "scarcely",
            "unable",
            "nicht",
            "nie",
            "niemals",
            "nirgends",
        ),
        *("kein", "keine", "keinen", "keiner", "keinem", "keines", "nichts", "niemand", "weder"),
        *("ohne", "ne", "pas", "jamais", "aucun", "aucune", "rien", "personne", "sans", "nunca"),
        *("jamás", "ningún", "ninguna", "ninguno", "nada", "nadie", "tampoco", "non"),
        *("nessuno", "nessuna", "niente", "nulla", "senza", "não", "nenhum", "nenhuma", "sem"),
        *(
            "niet",
            "nooit",
            "geen",
            "niemand",
            "niets",
            "zonder",
            "inte",
            "aldrig",
            "ingen",
            "inget",
        ),
        *("ikke", "intet", "utan", "uten", "uden", "nie", "nigdy", "żaden", "bez", "не", "нет"),
        *("ни", "никогда", "никто", "без", "ні", "ніколи", "değil", "yok", "hayır", "asla"),
        *("لا", "لم", "لن", "ليس", "ليست", "غير", "نه", "نیست", "नहीं", "मत", "बिना"),
    )
)
# Marks belong to the letter before them, which is how Hindi and pointed Arabic are written.
_MARKS = "\u0300-\u036f\u064b-\u0652\u0900-\u0963"
_WORD = re.compile(rf"[\w{_MARKS}]+(?:['’][\w{_MARKS}]+)*")
# And, so: one word with the next in Arabic.
_ARABIC_AND = re.compile(r"^[وف](?=ل|غ)")
_SHORT = re.compile(r"n['’]t$")
# Scripts that part no words deny with a sign among others.
_SIGNS = re.compile(
    r"ない|なかっ|ません|ぬ|ず(?=に)|不|没|沒|未|非|無|无|否|别|勿|않|못|없|아니|ไม่|มิ"
)


def denies(text: str) -> bool:
    """Whether some word of ``text`` denies."""
    return any(_is_denial(each) for each in _WORD.findall(text.casefold())) or bool(
        _SIGNS.search(text)
    )


def _is_denial(word: str) -> bool:
    bare = _ARABIC_AND.sub("", word)
    return word in _WORDS or bare in _WORDS or bool(_SHORT.search(word))
