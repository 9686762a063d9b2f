"""Types of need as the school census knows them."""

from collections.abc import Mapping

NEEDS: Mapping[str, str] = {
    "SPLD": "specific learning difficulty",
    "MLD": "moderate learning difficulty",
    "SLD": "severe learning difficulty",
    "PMLD": "profound and multiple learning difficulty",
    "SEMH": "social, emotional and mental health needs",
    "SLCN": "speech, language and communication needs",
    "HI": "hearing impairment",
    "VI": "vision impairment",
    "MSI": "multi-sensory impairment",
    "PD": "physical disability",
    "ASD": "autistic spectrum disorder",
    "OTH": "another difficulty or disability",
    "NSA": "SEN support but no specialist assessment of type of need",
    "DS": "Down syndrome",
}
"""The census's codes for the primary type of need, with their names. DS is new in 2025/26."""


def need_measure(code: str) -> str:
    """The id of the measure that counts pupils by this primary need."""
    return f"need_{code.lower()}"
