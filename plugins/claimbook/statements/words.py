"""Words that show what kind of sentence stands before us: English and German.

A star stands for any ending. Of other languages nothing is known here but what every sentence
shows: numbers, quotation marks, names.
"""

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH = {
    "attribution": """
        according to, said, says, told, tells, stated, announc*, report*, reveal*, indicat*,
        claimed, claims that, confirm*, acknowledg*, admit*, admitted, declar*, testif*, deny,
        denies, denied, wrote, insist*, alleg*, quoted, quotes, publish*, poll, survey, study,
        studies, statistics, figures show, data show, researchers found, found that, finds that,
        shows that, show that, signalled, signaled, warned, promised, pledged, accused, accuses,
        estimat*, recogniz*, recognis*, post on, posted, committed to, voiced, expressed
        """,
    "period": """
        last year, last month, last week, last night, last spring, last summer, last autumn, last
        fall, last winter, this year, this month, this week, last january, last february, last
        march, last april, last may, last june, last july, last august, last september, last
        october, last november, last december, last monday, last tuesday, last wednesday, last
        thursday, last friday, last saturday, last sunday, yesterday, today, recently, ago, in
        recent, since, decade*, century, centuries, january, february, april, june, july, august,
        september, october, november, december, monday, tuesday, wednesday, thursday, friday,
        saturday, sunday, half of the year, end of the year, so far, the previous year
        """,
    "comparison": """
        more than, less than, more * than, fewer, most of, the most, the least, higher, lower,
        highest, lowest, larger, largest, smaller, smallest, bigger, biggest, faster, fastest,
        slower, stronger, strongest, weaker, better than, worse than, better-quality, older,
        oldest, younger, youngest, longer, longest, shorter, cheaper, cheapest, twice, double,
        doubled, tripled, triple, half, half of, compared, than, record, majority, minority, as
        many, as much, times as, more profitable, more accurate, outnumber*, exceed*, rank*,
        leading, rose, fell, increase*, decrease*, declin*, grew, shrank, shrunk, skyrocket*,
        surg*, plung*, soar*, more often than, less often than, worse, better than ever, *er than,
        less * than
        """,
    "cause": """
        because, because of, due to, caus*, led to, leads to, result* in, as a result, therefore,
        thanks to, so that, owing to, trigger*, prompted, forced, prevent*, contribut* to, made it,
        linked to, responsible for, generating, allow*, enabl*, protects against, cures, cure
        """,
    "absolute": """
        all, every, everyone, never, has no, have no, had no, there is no, there are no, none,
        nobody, no one, always, only, first, the first, unique, entire, entirely, every single, no
        other, any other, last ever, zero, without exception
        """,
    "event": """
        was, were, had, has been, have been, went, came, took, gave, made, built, bought, sold,
        paid, won, lost, held, left, cut, hit, spent, began, became, found, met, ran, led, sent,
        lent, stole, broke, chose, drew, drove, fought, froze, grew, hid, knew, rose, fell, shot,
        sank, spoke, struck, threw, wore, died, killed, born, got, kept, brought, brought in, put,
        opened, shut, closed, moved, set up, ban, bans, prohibit*, outlaw*, legali*, forbid*,
        forbade
        """,
    "state": """
        is, are, has, have, contains, contain, consists, costs, cost, owns, own, employs, lives,
        live, produces, generates, generate, uses, use, includes, include, lies, stands, reaches,
        measures, weighs, covers, requires, permits, receives, kill*, represents, hold, holds, can,
        cannot, does, do, works
        """,
    "opinion": """
        should*, ought to, must, i think, i believe, i guess, in my view, in my opinion, i would
        say, seems, seem, appears to be, arguably, frankly, honestly, beautiful*, wonderful*,
        terrible, terribly, awful*, great, amazing*, fantastic*, disgusting, ridiculous, absurd,
        shameful*, disgrace*, unfair*, fair, unacceptable, stupid*, boring, delicious, brilliant*,
        wrong-headed, best thing, worst thing, more important than, nice, ugly, sad, sadly, proud*,
        outrageous*, deserve*, worth it, good idea, bad idea, tasteless, charming, elegant*, too
        much, too little, unwise, wise, foolish, heroic, cowardly, immoral, moral, right thing,
        high time
        """,
    "feeling": """
        i feel, i love, i hate, i hope, we hope, i wish, i am, i'm, we are grateful, grateful,
        thank you, thanks for, i miss, i like, we love, excited, happy, sorry, dear, i want, we
        want, welcome, good morning, good evening, congratulations, my heart, i fear, we feel, i
        remember, i dream, we are proud, i promise, i must confess
        """,
    "forecast": """
        will, won't, going to, shall, soon, next year, next month, next week, tomorrow, in the
        future, by 2030, by 2040, by 2050, is likely to, are likely to, is expected to, are
        expected to, predict*, forecast*, would, could become, may become, one day, in the coming
        """,
    "command": """
        please, let us, let's, don't forget, do not forget, click, subscribe, imagine, consider,
        remember to, remember, look at, listen, join, vote for, stop, sign up, read more, share
        this, stay, take care, wait, come, go and, think of, call, visit, buy, try, never mind,
        don't, do not, read, write to, ask, tell, help, give, make sure, keep, follow, watch,
        donate, support, choose, send, bring, find out, learn, check, see, say, use, take, be, get
        """,
    "vague": """
        maybe, perhaps, possibly, might, may be, may have, may not, may well, some people, many
        people, some say, they say, people say, somehow, something, sort of, kind of, could,
        probably, somewhere, things, and so on, sometimes, in a way, to some extent, various
        """,
    "media": """
        photo, photos, photograph*, picture*, image, images, video, videos, footage, recording*
        """,
    "condition": """
        if, unless, suppose, assuming, in case, provided that, were it not, would have, would be,
        could have, might have, had it, imagine
        """,
}
_GERMAN = {
    "attribution": """
        laut, zufolge, nach angaben, nach eigenen angaben, sagte*, sagen, sagt, teilte* mit,
        mitgeteilt, erklär*, kündigte*, angekündigt, berichte*, meldete*, meldet, gemeldet,
        bestätig*, behaupte*, räumte*, eingeräumt, gab bekannt, bekannt gegeben, bekanntgegeben,
        schrieb, bestritt, bestreitet, dementier*, warnte*, versprach, versprochen, zitier*,
        ergab*, ergeben, belegt*, studie*, umfrage*, statistik*, einer untersuchung, forscher*,
        veröffentlich*, schätz*, beschuldig*, wirft, warf, betonte*, verkündete*, beziffer*,
        sprecher*
        """,
    "period": """
        gestern, heute, vorgestern, letztes jahr, letzten, letzter, letzte woche, im letzten, im
        vorigen, vorig*, seit, vor einem, vor zwei, vor drei, kürzlich, jüngst, dieses jahr, in
        diesem jahr, derzeit, bisher, bislang, januar, jänner, februar, märz, april, juni, juli,
        august, september, oktober, november, dezember, montag, dienstag, mittwoch, donnerstag,
        freitag, samstag, sonntag, jahrzehnt*, jahrhundert*, zuletzt, pro jahr, jährlich, im
        vorjahr, vorjahr*, vergangene, vergangenen, vergangenem, vergangenes, vergangener
        """,
    "comparison": """
        mehr als, weniger als, mehr * als, weniger * als, höher*, niedriger*, höchste*,
        niedrigste*, größer*, größte*, kleiner*, kleinste*, schneller*, schnellste*, stärker*,
        stärkste*, schwächer*, besser als, schlechter als, älter*, älteste*, jünger*, jüngste*,
        länger*, längste*, kürzer*, teurer*, teuerste*, billiger*, billigste*, doppelt*, dreimal,
        verdoppel*, verdreifach*, halb so, halbier*, hälfte, die meisten, am meisten, am wenigsten,
        im vergleich, gegenüber, rekord*, mehrheit*, minderheit*, stieg*, sank, sanken, gestiegen,
        gesunken, zugenommen, abgenommen, wuchs, wachsen, schrumpf*, übertr*, als in, als im, so
        viel* wie, so hoch wie, spitzen*, häufiger, seltener, öfter, schlechter*, *er als, weniger
        """,
    "cause": """
        weil, wegen, aufgrund, verursach*, führte* zu, führt zu, dank, dadurch, deshalb, daher,
        infolge, auslös*, löste* aus, ausgelöst, verhinder*, sodass, zwang, gezwungen, ermöglich*,
        verantwortlich für, schützt vor, heilt, beigetragen
        """,
    "absolute": """
        alle, allen, aller, jede*, nie, hat keine*, haben keine*, niemals, niemand, keine*, kein,
        immer, einzige*, nur, erste*, als erste*, erstmals, gesamte*, sämtliche*, ausnahmslos, ohne
        ausnahme, nirgends, null
        """,
    "event": """
        war, waren, wurde, wurden, hatte, hatten, ging, kam, kamen, nahm, gab, gaben, verlor*,
        gewann*, begann*, starb*, schloss*, lag, stand, stieg, fiel, fielen, sank, zog, traf,
        trafen, brach, sprach, schlug, hielt, ließ, trat, wuchs, verließ, erhielt*, entstand*,
        worden, ist geworden, kaufte*, verkaufte*, baute*, zahlte*, eröffnete*, beschloss*,
        unterschrieb*, floss, flossen, bekam, bekamen, trug, verbot*, verbiet*, untersag*, bot
        """,
    "state": """
        ist, sind, hat, haben, kostet, kosten, besitzt, beträgt, betragen, enthält, enthalten,
        besteht, liegt, leben, lebt, arbeiten, produziert, verbraucht, umfasst, reicht, wiegt,
        misst, gilt, gelten, darf, dürfen, kann, können, gehört, beschäftigt, verdient, verdienen,
        gibt, fährt, fahren, steht, töten, vertritt
        """,
    "opinion": """
        sollte*, müsste*, muss, müssen, wir dürfen, ich glaube, ich finde, ich denke, meiner
        meinung, meines erachtens, meiner ansicht, scheint, schön*, wunderbar*, schrecklich*,
        furchtbar*, großartig*, fantastisch*, lächerlich*, absurd*, schande, ungerecht*, gerecht*,
        unfair*, inakzeptabel, dumm*, langweilig*, köstlich*, brillant*, wichtiger als, leider,
        traurig*, stolz, unverantwortlich*, skandalös*, verdienen es, verdient es, gute idee,
        schlechte idee, zu viel, zu wenig, klug*, töricht*, mutig*, feige*, geschmacklos*,
        charmant*, elegant*, unmoralisch*, richtige weg, hässlich*, gehört abgeschafft, gehören
        abgeschafft, nett*, höchste zeit, an der zeit
        """,
    "feeling": """
        ich fühle, ich liebe, ich hasse, ich hoffe, wir hoffen, ich wünsche, ich bin, dankbar*,
        danke, vielen dank, ich vermisse, ich mag, freue mich, freuen uns, glücklich, entschuldig*,
        liebe, ich möchte, wir möchten, willkommen, guten morgen, guten abend, glückwunsch, mein
        herz, ich fürchte, ich träume, ich erinnere mich, wir danken, mir ist, mir geht
        """,
    "forecast": """
        wird, werden, würde*, bald, nächstes jahr, nächsten, kommenden, kommende*, morgen,
        künftig*, in zukunft, voraussichtlich, erwartet, prognos*, eines tages, soll bis, sollen
        bis, vorhersag*, rechnet mit, rechnen mit
        """,
    "command": """
        bitte, lasst uns, *en sie, vergesst nicht, abonniert, stellt euch, schau, schaut, hört,
        kommt, wählt, stimmt für, denkt, lest, teilt, bleibt, machen wir, warten wir, helft,
        spendet, macht, fragt, schreibt, geht
        """,
    "vague": """
        vielleicht, womöglich, möglicherweise, eventuell, manche, viele menschen, viele leute,
        einige sagen, man sagt, irgendwie, irgendwo, irgendwann, könnte*, dürfte, dürften, wohl,
        wahrscheinlich, gewissermaßen, manchmal, und so weiter, etwas
        """,
    "media": """
        foto*, bild, bilder, aufnahme*, video, videos, mitschnitt*
        """,
    "condition": """
        wenn, falls, sofern, angenommen, es sei denn, vorausgesetzt, wäre*, hätte*, käme*, gäbe
        """,
}


def _read(told: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The phrases of each feature, in a single spelling."""
    return {
        name: tuple(" ".join(each.split()) for each in text.split(",") if each.strip())
        for name, text in told.items()
    }


WORDS = MappingProxyType({"en": _read(_ENGLISH), "de": _read(_GERMAN)})
# Words that look like the past and are none.
NO_PAST = frozenset(
    (
        *("need", "indeed", "speed", "hundred", "kindred", "breed", "exceed", "succeed", "proceed"),
        *("feed", "embed", "sacred", "naked", "limited", "united", "advanced", "supposed", "seed"),
        *("heute", "leute", "bitte", "seite", "weite", "breite", "letzte", "letzten", "gute"),
        *("guten", "echte", "rechte", "erste", "ersten", "sollte", "sollten", "könnte", "könnten"),
        *("alte", "alten", "bunte", "zweite", "dritte", "vierte", "beste", "besten", "halte"),
        *("müsste", "müssten", "möchte", "möchten", "dürfte", "dürften", "hätte", "hätten"),
        *("größte", "größten", "höchste", "höchsten", "älteste", "jüngste", "wollte", "bekannte"),
        *("leichte", "schlechte", "kalte", "warten", "arbeiten", "kosten", "halten", "bieten"),
    )
)
