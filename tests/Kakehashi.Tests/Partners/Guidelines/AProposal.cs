using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Records;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.Partners.Guidelines;

/// <summary>Proposals to ask the model guideline about: each named value over one that meets every rule that is asked by its submission.</summary>
internal static class AProposal
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly string[] Topics =
    [
        "examination_fee", "admission_fee", "tuition", "mutual_waiver", "credit_recognition", "student_status", "balance", "carry_over", "yearly_review",
        "termination", "students_under_way", "safety", "insurance",
    ];

    public static RecordType Type => Product.Agreements;

    public static Guideline Model { get; } = Read();

    public static AgreementSurroundings Around { get; } = new((Agreement)Product.Make(Type, ("reference", "P-1"), ("state", "in_force"), ("expires_on", Today.AddYears(2))), 2, 1, 1);

    /// <summary>A student exchange memorandum of the university.</summary>
    public static Agreement Memorandum(params (string, object?)[] values) => (Agreement)Product.Make(Type,
    [
        ("reference", "A-1"), ("title", new Bilingual("学生交流覚書", "Student exchange")), ("type", "student_exchange"), ("level", "university"), ("state", "draft"),
        ("partner", 7L), ("unit", 5L), ("contact", "Tanaka"), ("past_activity", "Ten stays"), ("plan", "Five a year"), ("parent", 3L),
        ("effective_from", new DateOnly(2026, 10, 1)), ("expires_on", new DateOnly(2031, 9, 30)), ("signatory", "president"), ("notice_months", 6), ("authoritative_language", "en"),
        ("purposes", Product.Parts(Type, "purposes", [("purpose", "student_exchange")])),
        ("places", Product.Parts(Type, "places", Term("in"), Term("out"))),
        ("clauses", Clauses(Topics)),
        .. values,
    ]);

    public static object Clauses(params IEnumerable<string> topics) => Product.Parts(Type, "clauses", topics.Select(topic => new (string, object?)[] { ("topic", topic) }));

    public static IEnumerable<string> TopicsBut(params string[] topics) => Topics.Except(topics);

    public static AgreementCase Case(Agreement agreement, AgreementSurroundings? around = null, AgreementProcedure? procedure = null) => new(agreement, procedure, around ?? Around, Today);

    public static IReadOnlyList<RuleFinding> Judge(Agreement agreement, AgreementSurroundings? around = null, AgreementProcedure? procedure = null) =>
        GuidelineCheck.Judge(Model.Versions[^1], Case(agreement, around, procedure));

    private static (string, object?)[] Term(string direction) => [("kind", "student_studies"), ("direction", direction), ("people", 5), ("stay_months", 12)];

    private static Guideline Read()
    {
        var (guideline, mistakes) = GuidelineReader.Read("agreements.yaml", File.ReadAllText(Path.Combine(Repository.PathOf("catalogue", "guidelines"), "agreements.yaml")));
        Assert.Empty(mistakes);
        return guideline!;
    }
}
