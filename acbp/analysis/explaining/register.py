"""Every metric there is, by subject."""

from acbp.analysis.explaining.metric import Subject
from acbp.analysis.explaining.metrics import (
    account,
    ambitions,
    articles,
    delivery,
    landing,
    market,
    profit,
    promotions,
    reviews,
    scorecard,
    supply,
    terms,
    year,
)

SUBJECTS: tuple[Subject, ...] = (
    *year.SUBJECTS,
    *market.SUBJECTS,
    *articles.SUBJECTS,
    *supply.SUBJECTS,
    *delivery.SUBJECTS,
    *ambitions.SUBJECTS,
    *promotions.SUBJECTS,
    *profit.SUBJECTS,
    *terms.SUBJECTS,
    *account.SUBJECTS,
    *scorecard.SUBJECTS,
    *reviews.SUBJECTS,
    *landing.SUBJECTS,
)
