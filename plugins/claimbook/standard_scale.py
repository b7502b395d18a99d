"""The rating scale of a publication that brings none of its own."""

from claimbook.records import Rating, Scale
from claimbook.values import Axis

STANDARD_SCALE = Scale(
    ratings={
        "true": Rating(
            label="True",
            definition="The claim is accurate, and nothing important is missing.",
            icon="check-circle-outline",
            colour="true",
            axis=Axis.TRUTH,
            value=5,
        ),
        "mostly-true": Rating(
            label="Mostly true",
            definition="The claim is accurate in substance, but a detail is wrong or missing.",
            icon="check",
            colour="mostly-true",
            axis=Axis.TRUTH,
            value=4,
        ),
        "mixed": Rating(
            label="Mixed",
            definition="One substantial part of the claim is accurate and another is not.",
            icon="circle-half-full",
            colour="mixed",
            axis=Axis.TRUTH,
            value=3,
        ),
        "misleading": Rating(
            label="Misleading",
            definition="The words may be accurate, but what they suggest is not.",
            icon="alert-outline",
            colour="misleading",
            axis=Axis.CONTEXT,
        ),
        "mostly-false": Rating(
            label="Mostly false",
            definition="The claim holds a grain of truth, but its substance is wrong.",
            icon="close",
            colour="mostly-false",
            axis=Axis.TRUTH,
            value=2,
        ),
        "false": Rating(
            label="False",
            definition="The evidence shows that the claim is not accurate.",
            icon="close-circle-outline",
            colour="false",
            axis=Axis.TRUTH,
            value=1,
        ),
        "unproven": Rating(
            label="Unproven",
            definition="We found no independent evidence for the claim or against it.",
            icon="help-circle-outline",
            colour="unproven",
            axis=Axis.STATUS,
        ),
        "outdated": Rating(
            label="Outdated",
            definition="The claim was accurate once; later events have overtaken it.",
            icon="clock-outline",
            colour="outdated",
            axis=Axis.STATUS,
        ),
    }
)
