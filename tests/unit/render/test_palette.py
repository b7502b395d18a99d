"""The colours of ratings: legible on their paper, and told apart without red, green or blue."""

import math
import re
from itertools import combinations

import pytest

from claimbook.assets import STYLE, assets
from claimbook.standard_scale import STANDARD_SCALE
from claimbook.wording import wording_of

CSS = assets(wording_of("en"))[STYLE].decode()
TONES = [rating.colour for rating in STANDARD_SCALE.ratings.values()]
LIGHT_PAPERS = ("#ffffff", "#fdfcf9", "#f6f4ef")
DARK_PAPERS = ("#1b1917", "#211f1c", "#2a2723", "#1e2129")
LEAST_CONTRAST = 4.5
LEAST_DIFFERENCE = 11

# Machado, Oliveira and Fernandes (2009), full severity, for linear RGB.
SIGHT = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Colour = tuple[float, float, float]


def linear(code: str) -> Colour:
    values = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def luminance(colour: Colour) -> float:
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), colour, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(linear(one)), luminance(linear(other))))
    return (light + 0.05) / (dark + 0.05)


def seen(code: str, sight: str) -> Colour:
    colour = linear(code)
    red, green, blue = (
        min(1, max(0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in SIGHT[sight]
    )
    return red, green, blue


def lab(colour: Colour) -> Colour:
    rows = (
        ((0.4124564, 0.3575761, 0.1804375), 0.95047),
        ((0.2126729, 0.7151522, 0.0721750), 1),
        ((0.0193339, 0.1191920, 0.9503041), 1.08883),
    )
    x, y, z = (sum(a * b for a, b in zip(row, colour, strict=True)) / white for row, white in rows)
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: Colour, other: Colour) -> float:
    """CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * math.sqrt(mean / (mean + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    weights = ((0.17, 1, -30), (-0.24, 2, 0), (-0.32, 3, 6), (0.2, 4, -63))
    t = 1 - sum(w * math.cos(math.radians(n * hue + s)) for w, n, s in weights)
    dl = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    angle = math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2)))
    cross = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(angle)
    return math.sqrt(dl**2 + dc**2 + dh**2 + cross * dc * dh)


def palette(selector: str) -> dict[str, str]:
    """The colour values that a rule of the style sheet sets."""
    start = CSS.index(selector)
    block = CSS[start : CSS.index("}", start)]
    return dict(re.findall(r"--cb-([\w-]+):(#[0-9a-f]{6})", block))


SCHEMES = {
    "light": (palette('[data-md-color-scheme="default"]{'), LIGHT_PAPERS),
    "dark": (palette('[data-md-color-scheme="slate"]{'), DARK_PAPERS),
}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", [*TONES, "withdrawn", "quiet"])
def test_every_colour_of_words_is_legible(scheme: str, name: str) -> None:
    colours, papers = SCHEMES[scheme]
    assert min(contrast(colours[name], paper) for paper in papers) >= LEAST_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_ratings_look_alike(scheme: str, sight: str) -> None:
    colours = SCHEMES[scheme][0]
    points = {tone: lab(seen(colours[tone], sight)) for tone in TONES}
    near = {
        (one, other): round(difference(points[one], points[other]), 1)
        for one, other in combinations(TONES, 2)
    }
    assert min(near.values()) >= LEAST_DIFFERENCE, min(near, key=near.__getitem__)


def test_the_difference_is_measured_as_published() -> None:
    pairs = [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (50, 3.2592, 0.335), 1.0000),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ]
    for one, other, published in pairs:
        assert difference(one, other) == pytest.approx(published, abs=5e-5)


@pytest.mark.parametrize("tone", TONES)
def test_every_rating_has_a_shape_of_its_own(tone: str) -> None:
    rule = re.compile(r'(?<=})\[data-tone="([\w-]+)"\] \.cb-mark::before[^{]*\{(.*?)\}')
    shapes = {found[1]: found[2].strip() for found in rule.finditer(CSS)}
    assert len(set(shapes.values())) == len(shapes)
    # What has no rule of its own is the plain outlined square.
    assert tone in shapes or tone == "mostly-false"


def test_both_dark_schemes_are_the_same() -> None:
    chosen = palette('[data-md-color-scheme="slate"]{')
    by_system = palette(":root:not(:has([data-md-color-scheme],[data-md-component])){")
    assert {name: by_system[name] for name in chosen} == chosen


def test_the_style_sheet_fetches_nothing() -> None:
    assert not re.search(r"url\(|@import|https?:", CSS)
