"""Words that a sentence turns on: how much, how many, how surely."""

import re

_WORD = re.compile(r"[^\W\d_]+|[%‰°€$£¥]|\d+(?:[.,]\d+)*")


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


# In English, German, French, Spanish, Italian and Portuguese: numbers and what multiplies them;
# what is counted; what says how surely; what stands before a number and says how nearly.
_NUMERALS = _each(
    """
    half twice two three four five six seven eight nine ten eleven
    twelve twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds
    thousand thousands million millions billion billions trillion trillions m bn tn k mio mrd
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig
    vierzig fünfzig hundert tausend millionen milliarde milliarden billionen deux trois quatre
    cinq sept huit neuf dix onze douze vingt trente quarante cent mille milliard milliards
    dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cien ciento mil millón millones
    due tre quattro cinque sei sette otto nove dieci venti cento mila milione milioni
    miliardo miliardi dois três quatro sete oito dez vinte trinta milhão milhões bilhão bilhões
    """
)
_QUANTIFIERS = _each(
    """
    all every each any most many few none some alle jeder jede einige wenige viele tous toutes
    quelques todos todas algunos tutti tutte alcuni
    """
)
_UNITS = _each(
    """
    percent percentage points prozent prozentpunkte prozentpunkten pourcent g kg km cm mm mile
    miles metre metres meter meters feet foot inch inches tonne tonnes ton tons pound pounds euro
    euros dollar dollars cents yen usd eur gbp chf jpy second seconds minute minutes hour hours day
    days week weeks month months year years decades january february march april May june july
    august september october november december januar februar märz mai juni juli oktober dezember
    celsius fahrenheit % ‰ ° € $ £ ¥
    """
)
_DOUBTS = _each(
    """
    allegedly alleged reportedly supposedly purportedly apparently perhaps maybe possibly probably
    may might could would unlikely likely if unless almost nearly angeblich mutmaßlich vielleicht
    möglicherweise wahrscheinlich vermutlich offenbar könnte könnten würde würden dürfte wenn falls
    fast beinahe prétendument peut probablement pourrait presque supuestamente quizás quizá
    probablemente podría casi presuntamente forse probabilmente potrebbe quasi talvez provavelmente
    poderia
    """
)
_BOUNDS = _each(
    """
    to least most than about around roughly approximately over under nearly almost some bis zu als
    etwa rund ungefähr knapp über unter fast mindestens höchstens environ presque moins plus
    menos más casi circa quasi meno più cerca quase mais
    """
)
_PRONOUNS = _each(
    """
    he she it they we i you his her its their our my this that these those the a an who er sie es
    wir ich sein seine ihr ihre der die das dieser diese dieses il elle ils elles on nous je son sa
    ses le la les él ella ellos ellas su sus el lo los las egli lui lei loro ele ela
    """
)


def words_of(text: str) -> list[str]:
    """Words, numbers and signs of amounts, in small letters."""
    # The month is no doubt.
    return [each if each == "May" else each.casefold() for each in _WORD.findall(text)]


def is_count(word: str) -> bool:
    """Whether it is written in figures, or is a number in words."""
    return word[:1].isdigit() or word in _NUMERALS


def is_number(word: str) -> bool:
    """Whether it says how many: a number, or one of "all", "most", "few"."""
    return is_count(word) or word in _QUANTIFIERS


def is_amount(word: str) -> bool:
    """Whether a word is a number, or says what is counted."""
    return is_number(word) or word in _UNITS


def is_bound(word: str) -> bool:
    """Whether a word before a number says what it is a number of, or how nearly."""
    return word in _BOUNDS or word in _UNITS


def is_doubt(word: str) -> bool:
    """Whether it says how surely something is so."""
    return word in _DOUBTS


def is_pronoun(word: str) -> bool:
    """Whether a name in brackets may well take its place."""
    return word in _PRONOUNS
