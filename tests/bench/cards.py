"""What cards cost, drawn and taken from the shelf. ``python tests/bench/cards.py``.

The ratio at the end says how many times quicker the shelf is.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.card_shelf import place_cards
from claimbook.cards.face import CardFace
from claimbook.icons import builtin
from claimbook.standard_scale import STANDARD_SCALE
from claimbook.tree import Tree


def faces(count: int) -> Iterator[tuple[str, CardFace]]:
    """Faces with claims of usual lengths."""
    ratings = list(STANDARD_SCALE.ratings.values())
    for number in range(count):
        rating = ratings[number % len(ratings)]
        claim = f"In {1900 + number % 120} the council said " + "that the bridge stood " * (
            1 + number % 7
        )
        face = CardFace(
            *(f"{claim}{number}.", rating.label, rating.colour, builtin(rating.icon)),
            *("City Council · 19 March 1932", "The Ledger", "Fact-check", "ledger.example"),
        )
        yield f"claims/{number}/card.png", face


def main() -> None:
    """Draw, draw again, and say what both took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=200)
    count = max(1, parser.parse_args().cards)
    with tempfile.TemporaryDirectory() as folder:
        root, seconds = Path(folder), []
        for build in ("cold", "warm"):
            start = time.perf_counter()
            place_cards(faces(count), Tree(root / build).put, root)
            seconds.append(time.perf_counter() - start)
            print(f"{build}  {seconds[-1] / count * 1e3:>7.2f} ms a card")
        sizes = [path.stat().st_size for path in (root / "cold").rglob("*.png")]
    print(
        f"size  {sum(sizes) / len(sizes) / 1000:>7.1f} KB a card, {max(sizes) / 1000:.1f} at most"
    )
    print(f"ratio {seconds[0] / seconds[1]:>7.0f} (cold to warm)")


if __name__ == "__main__":
    main()
