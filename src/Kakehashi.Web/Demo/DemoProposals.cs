using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Web.Demo;

/// <summary>Proposals on their way: one being written, some that wait for a look, for signatures or for their day, and one that renews another.</summary>
internal sealed class DemoProposals(Workspace workspace, ChangeSession session, IReadOnlyList<DemoPartner> partners, IReadOnlyDictionary<string, long> units, DateOnly today)
{
    private const string Clerk = "sato", Dean = "abe", Office = "suzuki", Legal = "mori", Control = "kato", Head = "hayashi";

    private static readonly string[] Of = ["department", "office", "legal", "export_control", "executive"];
    private static readonly string[] By = [Dean, Office, Legal, Control, Head];

    private static readonly string[] Topics =
    [
        "examination_fee", "admission_fee", "tuition", "mutual_waiver", "credit_recognition", "student_status", "balance", "carry_over", "yearly_review", "termination", "students_under_way", "safety", "insurance",
    ];

    /// <summary>A proposal of the demonstration.</summary>
    /// <param name="State">How far it is.</param>
    /// <param name="IsUniversity">Whether it is of the university as a whole.</param>
    /// <param name="Unit">The code of the unit that proposes it.</param>
    /// <param name="Partner">The place of the partner.</param>
    /// <param name="Looks">How many of those on the route have looked.</param>
    /// <param name="Signed">How many parties have signed.</param>
    /// <param name="Ago">How many days ago it was submitted.</param>
    /// <param name="IsWhole">Whether nothing is missing in it.</param>
    private sealed record Told(string State, bool IsUniversity, string Unit, int Partner, int Looks = 0, int Signed = 0, int Ago = 0, bool IsWhole = true);

    private static readonly Told[] All =
    [
        new("draft", false, "G05", 3, IsWhole: false), new("draft", true, "G07", 12),
        new("under_review", false, "G09", 21, 0, 0, 3), new("under_review", true, "G04", 33, 1, 0, 9), new("under_review", true, "G10", 41, 2, 0, 20), new("under_review", false, "G08", 52, 1, 0, 12),
        new("approved", true, "G06", 64, 5, 0, 40), new("approved", false, "G01", 70, 3, 1, 31), new("concluded", false, "G02", 81, 3, 2, 60),
    ];

    public void Write()
    {
        for (var at = 0; at < All.Length; at++) Write(All[at], at);
    }

    private void Write(Told told, int at)
    {
        var type = workspace.Types[typeof(Agreement)];
        var writer = new DemoWriter(session, type, "reference", "title", "type", "level", "state", "partner", "partner_name", "country", "unit", "signed_on", "effective_from", "expires_on", "other_units",
            "purposes", "clauses", "past_activity", "plan", "contact", "signatory", "notice_months", "authoritative_language");
        var partner = partners[told.Partner];
        var (from, approved) = (today.AddDays(told.State == "concluded" ? 45 : 120), told.Looks == LooksOf(told).Length);
        var title = new Bilingual("学術交流協定", "Agreement on academic exchange");
        var signed = told.State == "concluded" ? today.AddDays(-2) : (DateOnly?)null;
        var number = writer.Write(
            string.Create(CultureInfo.InvariantCulture, $"AG-P{today.Year}-{at + 1:00}"), title, "academic", told.IsUniversity ? "university" : "department", told.State,
            partner.Number, partner.Name, partner.Country, units[told.Unit], signed, from, from.AddYears(5).AddDays(-1),
            told.IsUniversity ? writer.Parts("other_units", [units["G05"]], [units["G03"]]) : null,
            told.IsWhole ? writer.Parts("purposes", ["student_exchange"], ["joint_research"]) : null,
            told.IsWhole ? writer.Parts("clauses", Topics.Skip(4).Select(topic => new object?[] { topic, null })) : null,
            told.IsWhole ? "研究者の相互訪問が5年間に6回、共同シンポジウムが2回あった。(架空)" : null, "毎年、学生5名程度の交流と、研究者の相互訪問を行う。(架空)", told.IsWhole ? "佐藤(架空)" : null,
            told.IsUniversity ? "vice_president" : "dean", 6, told.IsWhole ? "en" : null);
        if (told.State != "draft") Procedure(told, number, title, approved);
    }

    private static string[] LooksOf(Told told) => told.IsUniversity ? Of : [Of[0], Of[1], Of[3]];

    private void Procedure(Told told, long agreement, Bilingual title, bool isApproved)
    {
        var type = workspace.Types[typeof(AgreementProcedure)];
        var writer = new DemoWriter(session, type, "reference", "agreement", "unit", "title", "submitted_on", "submitted_by", "approved_on", "guideline", "met_at_first", "approvals", "signatures", "steps");
        var (submitted, looks) = (today.AddDays(-told.Ago), LooksOf(told));
        var days = Enumerable.Range(0, looks.Length).Select(at => submitted.AddDays((at + 1) * told.Ago / (looks.Length + 1))).ToArray();
        var stages = told.IsUniversity ? new[] { 0, 1, 2, 2, 3 } : [0, 1, 1];
        var now = told.Looks < looks.Length ? stages[told.Looks] : -1;
        DateOnly Since(int stage) => stage == 0 ? submitted : days[Array.LastIndexOf(stages, stage - 1)];
        writer.Write(
            agreement.ToString(CultureInfo.InvariantCulture), agreement, units[told.Unit], title, submitted, Clerk, isApproved ? days[^1] : null, new DateOnly(2014, 4, 1), told.IsUniversity ? "not_met" : "met",
            writer.Parts("approvals", looks.Select((look, at) => at < told.Looks
                ? new object?[] { 1, stages[at], look, "approved", Since(stages[at]), days[at], By[Array.IndexOf(Of, look)] }
                : [1, stages[at], look, "waiting", stages[at] == now ? Since(stages[at]) : null])),
            isApproved ? writer.Parts("signatures", [null, "本学 / the university", null, null, told.Signed > 0 ? today.AddDays(-5) : null], [partners[told.Partner].Number, partners[told.Partner].Name, null, null, told.Signed > 1 ? today.AddDays(-2) : null]) : null,
            writer.Parts("steps",
            [
                [submitted, Clerk, "submit", "draft", "under_review"],
                .. looks.Take(told.Looks).Select((look, at) => new object?[] { days[at], By[Array.IndexOf(Of, look)], "approve", "under_review", at == looks.Length - 1 ? "approved" : "under_review" }),
                .. Enumerable.Range(0, told.Signed).Select(at => new object?[] { today.AddDays(at == 0 ? -5 : -2), Clerk, "sign", "approved", at == 1 ? "concluded" : "approved" }),
            ]));
    }
}
