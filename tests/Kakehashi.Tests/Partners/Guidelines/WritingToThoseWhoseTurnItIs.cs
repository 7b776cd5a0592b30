using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Letters;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Records;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.Partners.Guidelines;

public sealed class WritingToThoseWhoseTurnItIs
{
    private static readonly DateOnly Today = AProposal.Today;

    [Fact]
    public void Asks_those_of_the_stage_and_nobody_of_the_next()
    {
        var notices = Notices("under_review", Look(0, "department", "approved", -5), Look(1, "office", "waiting", -2), Look(1, "export_control", "waiting", -2), Look(2, "executive", "waiting", null));
        Assert.Equal([ApprovalStep.Office, ApprovalStep.ExportControl], notices.Select(one => one.Step!.Value));
        Assert.Equal(["look/1/1/office/0", "look/1/1/export_control/0"], notices.Select(one => one.Key));
        Assert.All(notices, one => Assert.Equal(("clerk", (string?)null), (one.NotTo, one.To)));
    }

    [Theory]
    [InlineData(6, 0, "Please look at")]
    [InlineData(7, 1, "is waiting")]
    [InlineData(15, 2, "is waiting")]
    public void Reminds_after_each_week(int days, int reminder, string subject)
    {
        var notice = Assert.Single(Notices("under_review", Look(0, "department", "waiting", -days)));
        Assert.Equal($"look/1/0/department/{reminder}", notice.Key);
        Assert.Contains(subject, notice.Subject.In(Language.En), StringComparison.Ordinal);
        Assert.Contains("A-1", notice.Says.In(Language.Ja), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft", "send_back", -1, "back/1")]
    [InlineData("approved", "approve", -1, "approved/1")]
    [InlineData("draft", "send_back", -15, null)]
    [InlineData("draft", "approve", -1, null)]
    public void Tells_whoever_proposed_it_what_became_of_it_while_that_is_new(string state, string step, int day, string? key)
    {
        var procedure = Procedure([Look(0, "department", "sent_back", -3)], ("steps", Product.Parts(Type, "steps", [("day", Today.AddDays(day)), ("by", "dean"), ("step", step), ("from", "under_review"), ("to", state), ("remark", "Name the budget")])));
        var notices = AgreementNotices.Of(AProposal.Memorandum(("state", state)), procedure, Today).ToList();
        Assert.Equal(key is null ? [] : [key], notices.Select(one => one.Key));
        Assert.All(notices, one => Assert.Equal("clerk", one.To));
        if (state == "draft") Assert.All(notices, one => Assert.Contains("Name the budget", one.Says.In(Language.En), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-4, false)]
    public void Tells_the_unit_that_a_review_has_begun(int opened, bool isTold)
    {
        var procedure = Procedure([], ("review_opened_on", Today.AddDays(opened)));
        var notices = AgreementNotices.Of(AProposal.Memorandum(("state", "in_force")), procedure, Today).ToList();
        Assert.Equal(isTold ? 1 : 0, notices.Count);
        Assert.All(notices, one => Assert.Equal((null, null, "review/2026-05-31"), (one.Step, one.To, one.Together)));
    }

    private static RecordType Type => Product.Types[typeof(AgreementProcedure)];

    private static List<AgreementNotice> Notices(string state, params (string, object?)[][] looks) =>
        [.. AgreementNotices.Of(AProposal.Memorandum(("state", state)), Procedure(looks), Today)];

    private static AgreementProcedure Procedure((string, object?)[][] looks, params (string, object?)[] values) =>
        (AgreementProcedure)Product.Make(Type, [("reference", "1"), ("submitted_by", "clerk"), ("approvals", Product.Parts(Type, "approvals", looks)), .. values]);

    private static (string, object?)[] Look(int stage, string step, string state, int? opened) =>
        [("round", 1), ("stage", stage), ("step", step), ("state", state), ("opened_on", opened is { } days ? Today.AddDays(days) : null)];
}
