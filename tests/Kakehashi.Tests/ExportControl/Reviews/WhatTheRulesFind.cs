using System.Collections;
using Kakehashi.ExportControl.Reviews;
using Kakehashi.ExportControl.Reviews.Rules;

namespace Kakehashi.Tests.ExportControl.Reviews;

public sealed class WhatTheRulesFind
{
    private static readonly (string, object?)[] Listed = [("user_is_listed", "yes"), ("listed_for_missiles", true), ("may_serve", "yes"), ("serves_missiles", true)];

    [Fact]
    public void Of_goods_that_are_known_in_full_leaves_nothing() => Assert.Empty(AReview.Left(AReview.Judge(AReview.OfGoods())));

    [Fact]
    public void Cites_a_clause_and_says_what_would_settle_it_in_both_languages()
    {
        var all = Enumerable.Empty<ReviewFinding>().Concat(AReview.Judge(AReview.OfGoods(("weapons_use", null), ("user_is_listed", null)))).Concat(AReview.Judge(AReview.OfAPerson(("residence", null))));
        Assert.All(all, one => Assert.DoesNotContain("", new[] { one.Says.Ja, one.Says.En, one.Clause.Ja, one.Clause.En }));
    }

    [Theory]
    [InlineData("weapons_use", null, "use.weapons-not-known")]
    [InlineData("weapons_use", "not_known", "use.weapons-not-known")]
    [InlineData("weapons_use", "yes", "use.weapons")]
    [InlineData("conventional_use", null, "use.conventional-not-known")]
    [InlineData("conventional_use", "yes", "use.conventional")]
    [InlineData("user_develops", "not_known", "user.not-known")]
    [InlineData("user_develops", "yes", "user.develops")]
    [InlineData("user_is_listed", null, "user.not-screened")]
    [InlineData("user_is_listed", "yes", "user.no-concern")]
    [InlineData("counterparty_country", null, "catch-all.no-destination")]
    [InlineData("is_informed", true, "catch-all.informed")]
    public void Of_row_16_each_requirement_stands_for_itself(string field, object? value, string left) =>
        Assert.Equal([left], AReview.Left(AReview.Judge(AReview.OfGoods((field, value)))));

    [Theory]
    [InlineData("US", "16(1)", false, false)]
    [InlineData("VN", "16(1)", true, true)]
    [InlineData("VN", "16(2)", true, false)]
    [InlineData("VN", null, true, true)]
    [InlineData("SD", "16(2)", true, true)]
    public void Of_the_destination_depends_which_uses_are_asked(string country, string? row, bool asksWeapons, bool asksConventional)
    {
        var findings = ReviewRules.Judge(AReview.Case(AReview.OfGoods(("counterparty_country", country), ("weapons_use", "yes"), ("conventional_use", "yes")), row: row));
        Assert.Equal((asksWeapons, asksConventional), (findings.Any(one => one.Code == "use.weapons"), findings.Any(one => one.Code == "use.conventional")));
    }

    [Fact]
    public void Of_an_end_user_elsewhere_that_country_counts_too() =>
        Assert.Equal(["use.weapons"], AReview.Left(AReview.Judge(AReview.OfGoods(("counterparty_country", "US"), ("end_user_country", "VN"), ("weapons_use", "yes")))));

    [Fact]
    public void Of_an_informed_deal_with_Group_A_is_that_it_takes_a_licence() =>
        Assert.Equal(["catch-all.informed"], AReview.Left(AReview.Judge(AReview.OfGoods(("counterparty_country", "US"), ("is_informed", true)))));

    [Theory]
    [InlineData("listed_for_missiles", "yes", "serves_missiles", "user.concern-met", FindingState.Consult)]
    [InlineData("listed_for_missiles", "yes", "serves_nuclear", "user.concern-not-met", FindingState.Settled)]
    [InlineData("listed_for_missiles", "no", "title", "user.concern-not-met", FindingState.Settled)]
    [InlineData("listed_for_missiles", "yes", "title", "user.not-compared", FindingState.Open)]
    [InlineData("listed_for_missiles", "not_known", "serves_missiles", "user.not-compared", FindingState.Open)]
    [InlineData("listed_for_conventional", "yes", "serves_conventional", "user.concern-met", FindingState.Consult)]
    [InlineData("listed_for_conventional", "yes", "serves_missiles", "user.concern-not-met", FindingState.Settled)]
    [InlineData("title", "yes", "serves_missiles", "user.no-concern", FindingState.Open)]
    public void Of_a_listed_user_is_whether_its_concern_is_met(string listedFor, string mayServe, string serves, string code, FindingState state)
    {
        var review = AReview.OfGoods(("user_is_listed", "yes"), ("may_serve", mayServe));
        foreach (var flag in new[] { listedFor, serves }.Where(flag => flag != "title")) AReview.With(review, flag, true);
        Assert.Equal(state, Assert.Single(AReview.Judge(review), one => one.Code == code).State);
    }

    [Fact]
    public void Of_conventional_concern_is_none_where_row_16_2_goes_to_a_general_destination()
    {
        var review = AReview.OfGoods(("user_is_listed", "yes"), ("listed_for_conventional", true), ("may_serve", "yes"), ("serves_conventional", true));
        Assert.Contains(ReviewRules.Judge(AReview.Case(review, row: "16(2)")), one => one.Code == "user.concern-not-met");
    }

    [Fact]
    public void Of_a_concern_that_is_met_can_be_that_it_is_clearly_otherwise()
    {
        var clear = AReview.Both(Sheet.Provision, [("listed_item", SheetAnswer.Yes)], []);
        Assert.Equal(["user.concern-met"], AReview.Left(AReview.Judge(AReview.OfGoods([.. Listed, ("answers", clear)]))));
        Assert.Equal(["user.concern-met"], AReview.Left(AReview.Judge(AReview.OfGoods([.. Listed, ("clear_reason", "Medical use")]))));
        Assert.Empty(AReview.Left(AReview.Judge(AReview.OfGoods([.. Listed, ("answers", clear), ("clear_reason", "Medical use")]))));
        var doubtful = AReview.Both(Sheet.Provision, [("listed_item", SheetAnswer.Yes)], [("strong_concern", SheetAnswer.NotKnown)]);
        Assert.Equal(["user.concern-met"], AReview.Left(AReview.Judge(AReview.OfGoods([.. Listed, ("answers", doubtful), ("clear_reason", "Medical use")]))));
    }

    [Fact]
    public void Of_listed_goods_is_a_licence_wherever_they_go()
    {
        foreach (var country in new[] { "US", "VN", "SD" })
        {
            var findings = ReviewRules.Judge(AReview.Case(AReview.OfGoods(("counterparty_country", country)), ClassificationResult.Listed, "2(12)"));
            Assert.Equal(["list.licence"], AReview.Left(findings));
            Assert.Contains("2(12)", Assert.Single(findings, one => one.Code == "list.licence").Clause.Ja, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_goods_in_no_row_is_nothing_more()
    {
        var findings = ReviewRules.Judge(AReview.Case(AReview.OfGoods(("weapons_use", null)), ClassificationResult.NotCovered, null));
        Assert.Empty(AReview.Left(findings));
        Assert.DoesNotContain(findings, one => one.Code.StartsWith("use.", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Items => new()
    {
        { "none", "list.no-items" },
        { "unclassified", "list.not-classified" },
        { "withdrawn", "list.not-classified" },
        { "technology", "list.other-kind" },
        { "exempt-goods", "exemption.goods" },
        { "no-reason", "exemption.no-reason" },
        { "exempt", "exemption.applies" },
        { "other-exempt-goods", "exemption.applies" },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public void Of_an_item_is_what_its_classification_or_exemption_says(string item, string code)
    {
        IList items = item switch
        {
            "none" => AReview.Items(),
            "unclassified" => AReview.Items(AReview.Item(("classification", null))),
            "withdrawn" => AReview.Items(AReview.Item(("classification", 99L))),
            "technology" => AReview.Items(AReview.Item(("kind", "technology"))),
            "exempt-goods" => AReview.Items(AReview.Item(("exemption", "public_domain"), ("reason", "Published"))),
            "no-reason" => AReview.Items(AReview.Item(("kind", "technology"), ("exemption", "basic_research"))),
            "exempt" => AReview.Items(AReview.Item(("kind", "technology"), ("exemption", "basic_research"), ("reason", "Cosmology"))),
            _ => AReview.Items(AReview.Item(("exemption", "other"), ("reason", "Art. 4(1)(ii)"))),
        };
        var findings = AReview.Judge(AReview.OfGoods(("items", items)));
        Assert.Contains(findings, one => one.Code == code && (one.State == FindingState.Open) != (code == "exemption.applies"));
        Assert.DoesNotContain(findings, one => one.Code.StartsWith("use.", StringComparison.Ordinal) && code != "list.other-kind");
    }

    [Fact]
    public void Of_a_classification_by_provisions_that_were_amended_since_is_that_it_is_made_anew() =>
        Assert.Equal(["list.outdated"], AReview.Left(ReviewRules.Judge(AReview.Case(AReview.OfGoods(), law: new(2025, 10, 8)))));

    [Fact]
    public void Of_a_deal_within_Japan_is_that_no_licence_is_needed()
    {
        var joint = AReview.OfGoods(("subject", "joint_research"), ("counterparty_country", "JP"));
        Assert.Contains(AReview.Judge(joint), one => one.Code == "destination.within-japan");
        var abroad = AReview.OfGoods(("subject", "joint_research"), ("counterparty_country", "JP"), ("end_user_country", "VN"));
        Assert.DoesNotContain(AReview.Judge(abroad), one => one.Code == "destination.within-japan");
        var visitor = AReview.OfGoods(("subject", "provision"), ("counterparty_country", "JP"), ("residence", "non_resident"));
        Assert.DoesNotContain(AReview.Judge(visitor), one => one.Code == "destination.within-japan");
    }

    [Fact]
    public void Of_a_resident_in_no_category_with_a_pledge_is_nothing_more()
    {
        var findings = AReview.Judge(AReview.OfAPerson(("weapons_use", null)));
        Assert.Empty(AReview.Left(findings));
        Assert.Contains(findings, one => one.Code == "person.stays");
    }

    [Theory]
    [InlineData("residence", null, "person.residence")]
    [InlineData("residence_basis", null, "person.basis")]
    [InlineData("under_contract", null, "category.not-known")]
    [InlineData("benefits", "not_known", "category.not-known")]
    [InlineData("instructed", "not_known", "category.not-known")]
    [InlineData("pledged_on", null, "pledge.missing")]
    [InlineData("evidence", null, "pledge.missing")]
    public void Of_a_person_leaves_open_what_nobody_knows(string field, object? value, string code)
    {
        var findings = AReview.Judge(AReview.OfAPerson((field, value)));
        Assert.Equal([code], AReview.Left(findings));
        Assert.Equal("review.open-findings", ReviewRules.Refuse(ReviewOutcome.NoLicenceNeeded, findings)!.Code);
    }

    [Fact]
    public void Of_a_resident_in_a_category_is_the_same_as_of_a_non_resident()
    {
        foreach (var values in new (string, object?)[][] { [("benefits", "yes")], [("residence", "non_resident")] })
        {
            var findings = ReviewRules.Judge(AReview.Case(AReview.OfAPerson(values), ClassificationResult.Listed, "2(12)"));
            Assert.Equal(["list.licence"], AReview.Left(findings));
            Assert.DoesNotContain(findings, one => one.Code == "person.stays");
        }
    }

    [Fact]
    public void Of_an_easy_sheet_is_that_nothing_more_is_needed()
    {
        var person = AReview.Judge(AReview.WithAnEasySheet(AReview.OfAPerson(("residence", "non_resident"), ("weapons_use", null))));
        Assert.Empty(AReview.Left(person));
        Assert.Contains(person, one => one.Code == "sheet.nothing-more");
        // goods are classified in any case, but use and user are settled by the sheet
        var goods = AReview.WithAnEasySheet(AReview.OfGoods(("weapons_use", null), ("items", AReview.Items(AReview.Item(("classification", null))))));
        Assert.Equal(["list.not-classified"], AReview.Left(AReview.Judge(goods)));
        Assert.Empty(AReview.Left(AReview.Judge(AReview.WithAnEasySheet(AReview.OfGoods(("weapons_use", null))))));
    }

    [Theory]
    [InlineData(SheetAnswer.Yes, "sheet.go-on")]
    [InlineData(SheetAnswer.NotKnown, "sheet.go-on")]
    [InlineData(null, "sheet.incomplete")]
    public void Of_a_sheet_is_which_answer_leads_on(SheetAnswer? answer, string code)
    {
        var review = AReview.OfGoods(("answers", AReview.Answers(Sheet.Provision, [("military", answer)])));
        var finding = Assert.Single(AReview.Judge(review), one => one.Code == code);
        if (answer is not null) Assert.Contains("armed forces", finding.Says.En, StringComparison.Ordinal);
        Assert.Equal(answer is null, finding.State == FindingState.Open);
    }

    [Fact]
    public void Lets_nothing_be_approved_that_takes_a_licence()
    {
        var findings = ReviewRules.Judge(AReview.Case(AReview.OfGoods(), ClassificationResult.Listed, "2(12)"));
        foreach (var outcome in new[] { ReviewOutcome.NoLicenceNeeded, ReviewOutcome.WithConditions }) Assert.Equal("review.needs-licence", ReviewRules.Refuse(outcome, findings)!.Code);
        foreach (var outcome in new[] { ReviewOutcome.LicenceNeeded, ReviewOutcome.Refused }) Assert.Null(ReviewRules.Refuse(outcome, findings));
        var open = AReview.Judge(AReview.OfGoods(("weapons_use", null)));
        Assert.Equal("review.open-findings", ReviewRules.Refuse(ReviewOutcome.LicenceNeeded, open)!.Code);
        Assert.Null(ReviewRules.Refuse(ReviewOutcome.Refused, open));
    }
}
