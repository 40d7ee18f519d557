"""All that is worked out from a plan, for the pages to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from acbp.analysis.account_team import AccountTeam, arrange_team
from acbp.analysis.actions import Actions, follow_actions
from acbp.analysis.assessments import Assessments, weigh_assessments
from acbp.analysis.breakdown import Months, SellGap, Stores, compare_sell_in, group_stores, list_months
from acbp.analysis.bridge import Bridge, build_margin_bridge, build_sales_bridge
from acbp.analysis.catalogue import Catalogue, list_names
from acbp.analysis.commitments import Promises, follow_promises
from acbp.analysis.completeness import Completeness, measure_completeness
from acbp.analysis.contribution import Contribution, work_out_contribution
from acbp.analysis.cost_to_serve import CostToServe, total_cost_to_serve
from acbp.analysis.customer import Customer, assess_customer
from acbp.analysis.customer_profit import CustomerProfit, total_customer_profit
from acbp.analysis.governance import Judgement, judge_account
from acbp.analysis.issues import Issues, follow_issues
from acbp.analysis.landing import RememberedForecast
from acbp.analysis.launch import Launch, date_launch
from acbp.analysis.negotiation import Negotiation, prepare_negotiation
from acbp.analysis.objectives import ObjectiveFigures, check_objectives
from acbp.analysis.opportunities import Opportunities, rank_opportunities
from acbp.analysis.pareto import Assortment, rank_skus
from acbp.analysis.performance import Performance, compare_with_market
from acbp.analysis.price_volume_mix import PriceVolumeMix, split_growth
from acbp.analysis.promotions import Promotions, total_promotions
from acbp.analysis.ratios import Budget, Fund, compare_with_budget, follow_fund
from acbp.analysis.receivables import Receivables, work_out_receivables
from acbp.analysis.relationships import Ties, map_ties
from acbp.analysis.reviews import ReviewFigures, review_periods
from acbp.analysis.risks import Risks, rank_risks
from acbp.analysis.sales import Sales, work_out_sales
from acbp.analysis.satisfaction import Satisfaction, measure_satisfaction
from acbp.analysis.scenarios import Scenarios, compare_scenarios
from acbp.analysis.scorecard import ScorecardFigures, score_kam, score_kpis
from acbp.analysis.service import ServiceFigures, measure_service
from acbp.analysis.space import SpaceFigures, measure_space
from acbp.analysis.stock import Stock, work_out_stock
from acbp.analysis.terms import TermsFigures, price_terms
from acbp.model import Plan, Workspace


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is worked out from a plan on a day; None where the plan says nothing of a subject."""

    as_of: date
    names: Catalogue
    sales: Sales
    growth: PriceVolumeMix | None
    performance: Performance | None
    assortment: Assortment | None
    stores: Stores | None
    months: Months | None
    sell_gap: SellGap | None
    stock: Stock | None
    receivables: Receivables | None
    satisfaction: Satisfaction | None
    ties: Ties | None
    sales_bridge: Bridge | None
    margin_bridge: Bridge | None
    opportunities: Opportunities | None
    objectives: tuple[ObjectiveFigures, ...]
    actions: Actions | None
    promotions: Promotions | None
    customer_profit: CustomerProfit | None
    contribution: Contribution | None
    cost_to_serve: CostToServe | None
    budget: Budget | None
    fund: Fund | None
    terms: TermsFigures | None
    negotiation: Negotiation | None
    scenarios: Scenarios | None
    scorecard: ScorecardFigures | None
    """At the latest period that has actuals."""
    kam: ScorecardFigures | None
    """What our account manager is measured by, at the latest period that has actuals of it."""
    reviews: tuple[ReviewFigures, ...]
    customer: Customer
    assessments: Assessments | None
    account_team: AccountTeam | None
    completeness: Completeness
    risks: Risks | None
    space: SpaceFigures | None
    launch: Launch | None
    service: ServiceFigures | None
    issues: Issues | None
    promises: Promises | None
    evaluation: tuple[Judgement, ...]


def analyse(
    plan: Plan, workspace: Workspace | None, as_of: date, remembered: Sequence[RememberedForecast] = ()
) -> Figures:
    """Work out all figures of a plan on a day; works on any audience's projection of it.

    ``remembered`` are earlier forecasts that its audience may know, as they are on record.
    """
    names = list_names(plan, workspace)
    sales = work_out_sales(plan, names)
    performance = compare_with_market(plan, names, sales)
    profit, contribution = total_customer_profit(plan), work_out_contribution(plan, sales)
    budget, terms = compare_with_budget(plan, sales), price_terms(plan, sales, contribution, profit)
    return Figures(
        as_of=as_of,
        names=names,
        sales=sales,
        growth=split_growth(sales),
        performance=performance,
        assortment=rank_skus(plan, names, workspace),
        stores=group_stores(plan),
        months=list_months(plan),
        sell_gap=compare_sell_in(plan),
        stock=work_out_stock(plan, names),
        receivables=work_out_receivables(plan),
        satisfaction=measure_satisfaction(plan),
        ties=map_ties(plan, names, as_of),
        sales_bridge=build_sales_bridge(plan, sales),
        margin_bridge=build_margin_bridge(plan, sales),
        opportunities=rank_opportunities(plan),
        objectives=check_objectives(plan, names),
        actions=follow_actions(plan, names, as_of),
        promotions=total_promotions(plan, names, sales),
        customer_profit=profit,
        contribution=contribution,
        cost_to_serve=total_cost_to_serve(plan, sales),
        budget=budget,
        fund=follow_fund(plan, budget),
        terms=terms,
        negotiation=prepare_negotiation(plan, sales, contribution, profit, terms),
        scenarios=compare_scenarios(plan, names),
        scorecard=score_kpis(plan),
        kam=score_kam(plan),
        reviews=review_periods(plan, names, sales, as_of, remembered),
        customer=assess_customer(plan, workspace, sales, as_of, contribution),
        assessments=weigh_assessments(plan),
        account_team=arrange_team(plan),
        completeness=measure_completeness(plan, as_of),
        risks=rank_risks(plan, names),
        space=measure_space(plan, names, performance),
        launch=date_launch(plan, names, as_of),
        service=measure_service(plan),
        issues=follow_issues(plan, names, as_of),
        promises=follow_promises(plan, names, as_of),
        evaluation=judge_account(plan),
    )
