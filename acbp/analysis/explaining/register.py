"""Every metric there is, by subject."""

from acbp.analysis.explaining.metric import Subject
from acbp.analysis.explaining.metrics import ambitions, landing, market, profit, promotions, reviews, scorecard, year

SUBJECTS: tuple[Subject, ...] = (
    *year.SUBJECTS,
    *market.SUBJECTS,
    *ambitions.SUBJECTS,
    *promotions.SUBJECTS,
    *profit.SUBJECTS,
    *scorecard.SUBJECTS,
    *reviews.SUBJECTS,
    *landing.SUBJECTS,
)
