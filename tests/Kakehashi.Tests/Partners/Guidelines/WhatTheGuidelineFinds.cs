using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.Partners.Guidelines;

public sealed class WhatTheGuidelineFinds
{
    [Fact]
    public void Is_nothing_that_keeps_a_whole_proposal_from_being_submitted()
    {
        var findings = AProposal.Judge(AProposal.Memorandum());
        Assert.DoesNotContain(findings, finding => finding.Holds(RulePoint.Submission));
        Assert.Equal(["effective_date", "route", "export_control", "legal_review"], findings.Where(finding => finding.State == RuleState.Open).Select(finding => finding.Rule.Code));
        Assert.DoesNotContain(findings, finding => finding.State is RuleState.Failed or RuleState.Waived);
    }

    public static TheoryData<string, string, object?> Lacking => new()
    {
        { "purpose", "purposes", Product.Parts(AProposal.Type, "purposes") },
        { "partner", "partner", null },
        { "responsible_unit", "unit", null },
        { "responsible_unit", "contact", null },
        { "activity_and_plan", "past_activity", null },
        { "activity_and_plan", "plan", null },
        { "live_parent", "parent", null },
        { "expiry", "expires_on", null },
        { "five_years", "expires_on", new DateOnly(2031, 10, 31) },
        { "signatory", "signatory", "dean" },
        { "signatory", "signatory", null },
        { "fee_waiver", "clauses", AProposal.Clauses(AProposal.TopicsBut("examination_fee")) },
        { "fee_waiver", "clauses", AProposal.Clauses(AProposal.TopicsBut("mutual_waiver")) },
        { "cap_and_stay", "places", Product.Parts(AProposal.Type, "places") },
        { "credits_and_status", "clauses", AProposal.Clauses(AProposal.TopicsBut("student_status")) },
        { "balance", "clauses", AProposal.Clauses(AProposal.TopicsBut("carry_over")) },
        { "termination", "notice_months", 3 },
        { "termination", "clauses", AProposal.Clauses(AProposal.TopicsBut("students_under_way")) },
        { "safety", "clauses", AProposal.Clauses(AProposal.TopicsBut("insurance")) },
        { "language", "authoritative_language", null },
        { "two_departments", "", new AgreementSurroundings(AProposal.Around.Parent, 1, 1, 1) },
        { "after_department", "", new AgreementSurroundings(AProposal.Around.Parent, 2, 0, 1) },
        { "live_parent", "", new AgreementSurroundings(null, 2, 1, 1) },
        { "no_money", "clauses", AProposal.Clauses("money") },
        { "degrees", "clauses", AProposal.Clauses("selection", "quality_assurance") },
        { "property_and_data", "clauses", AProposal.Clauses("intellectual_property") },
        { "strategic", "is_strategic", true },
        { "renewal", "former", 3L },
    };

    [Theory]
    [MemberData(nameof(Lacking))]
    public void Names_the_rule_that_is_not_met(string rule, string field, object? value)
    {
        var type = rule switch { "no_money" => "academic", "degrees" or "property_and_data" => "double_degree", _ => "student_exchange" };
        var around = value as AgreementSurroundings;
        var agreement = around is null ? AProposal.Memorandum(("type", type), (field, value)) : AProposal.Memorandum();
        var finding = AProposal.Judge(agreement, around).Single(one => one.Rule.Code == rule);
        Assert.NotEqual(RuleState.Met, finding.State);
        // and what lacks it alone would meet it
        Assert.DoesNotContain(AProposal.Judge(AProposal.Memorandum()), one => one.Rule.Code == rule && one.State == RuleState.Failed);
    }

    [Fact]
    public void Is_asked_only_of_the_agreements_that_a_rule_is_for()
    {
        var codes = AProposal.Judge(AProposal.Memorandum(("type", "academic"), ("level", "department"), ("signatory", "dean"), ("places", Product.Parts(AProposal.Type, "places")))).Select(one => one.Rule.Code).ToList();
        Assert.Contains("no_money", codes);
        Assert.DoesNotContain(codes, code => code is "two_departments" or "after_department" or "fee_waiver" or "live_parent" or "degrees" or "safety" or "renewal" or "review");
    }

    [Fact]
    public void Is_open_where_nobody_can_say_yet_and_waived_where_somebody_may_and_has()
    {
        Assert.Equal(RuleState.Open, AProposal.Judge(AProposal.Memorandum(("signatory", null))).Single(one => one.Rule.Code == "signatory").State);
        var waived = (AgreementProcedure)Product.Make(Product.Types[typeof(AgreementProcedure)],
            ("waivers", Product.Parts(Product.Types[typeof(AgreementProcedure)], "waivers", [("rule", "two_departments"), ("reason", "A single school has the field."), ("by", "officer"), ("on", AProposal.Today)])));
        var finding = AProposal.Judge(AProposal.Memorandum(), AProposal.Around with { DepartmentUnits = 1 }, waived).Single(one => one.Rule.Code == "two_departments");
        Assert.Equal((RuleState.Waived, "officer", false), (finding.State, finding.Waiver?.By, finding.Holds(RulePoint.InForce)));
        // what is met needs no waiver
        Assert.Equal(RuleState.Met, AProposal.Judge(AProposal.Memorandum(), procedure: waived).Single(one => one.Rule.Code == "two_departments").State);
    }

    [Theory]
    [InlineData("2026-12-31", false, null)]
    [InlineData("2026-09-30", false, RuleState.Failed)]
    [InlineData("2026-09-30", true, null)]
    public void Asks_for_a_review_six_months_before_the_end(string end, bool renewsByItself, RuleState? state)
    {
        var agreement = AProposal.Memorandum(("state", "in_force"), ("effective_from", new DateOnly(2021, 10, 1)), ("expires_on", DateOnly.Parse(end, null)), ("renews_by_itself", renewsByItself));
        Assert.Equal(state, AProposal.Judge(agreement).SingleOrDefault(one => one.Rule.Code == "review")?.State);
    }
}
