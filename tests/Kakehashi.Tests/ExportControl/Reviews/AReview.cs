using System.Collections;
using Kakehashi.ExportControl.Reviews;
using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.ExportControl.Reviews;

/// <summary>Reviews to ask the rules about: each named value over a review in which nothing is open and nothing needed.</summary>
internal static class AReview
{
    public const long Machine = 11;

    public static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly (string, object?)[] Goods =
    [
        ("reference", "R-1"), ("title", "Sensor"), ("subject", "export"), ("applicant", "tanaka"), ("applied_on", Today), ("unit", 5L),
        ("counterparty", "University of Somewhere"), ("counterparty_country", "VN"), ("weapons_use", "no"), ("conventional_use", "no"), ("user_develops", "no"), ("user_is_listed", "no"),
    ];

    private static readonly (string, object?)[] Person =
    [
        ("reference", "R-2"), ("title", "Researcher"), ("subject", "acceptance"), ("applicant", "tanaka"), ("applied_on", Today), ("unit", 5L),
        ("counterparty_country", "VN"), ("residence", "resident"), ("residence_basis", "employed"),
        ("under_contract", "no"), ("benefits", "no"), ("instructed", "no"), ("pledged_on", Today),
        ("weapons_use", "no"), ("conventional_use", "no"), ("user_develops", "no"), ("user_is_listed", "no"),
    ];

    public static RecordType Type { get; } = Product.Types[typeof(ExportReview)];

    public static ControlData Data { get; } = Read();

    /// <summary>Goods for Vietnam, classified as of row 16, of which the sheet leads to a review.</summary>
    public static ExportReview OfGoods(params (string, object?)[] values) => Made(Goods, values, Sheet.Provision, ("listed_item", SheetAnswer.NotKnown));

    /// <summary>A researcher who is a resident in no category, with the pledge.</summary>
    public static ExportReview OfAPerson(params (string, object?)[] values) => Made(Person, values, Sheet.Acceptance, ("category", SheetAnswer.NotKnown));

    /// <summary>The same with a sheet of which no answer leads on.</summary>
    public static ExportReview WithAnEasySheet(ExportReview review)
    {
        Put(review, "answers", Answers(review.Subject == ReviewSubject.Acceptance ? Sheet.Acceptance : Sheet.Provision, []));
        return review;
    }

    public static ReviewCase Case(ExportReview review, ClassificationResult result = ClassificationResult.CatchAll, string? row = "16(1)", string kind = "goods", DateOnly? law = null)
    {
        var classification = (ItemClassification)Product.Make(Product.Types[typeof(ItemClassification)],
            ("reference", "C-1"), ("item", "Sensor"), ("kind", kind), ("result", CodeNames.Of(result)), ("row", row), ("law_as_of", law ?? Today), ("judged_by", "sato"), ("judged_on", Today));
        return new(review, new Dictionary<long, ItemClassification> { [Machine] = classification }, Data.DestinationsOn(Today), Data.ProvisionsOn(Today));
    }

    public static IReadOnlyList<ReviewFinding> Judge(ExportReview review) => ReviewRules.Judge(Case(review));

    /// <summary>The codes of what is not settled.</summary>
    public static IEnumerable<string> Left(IEnumerable<ReviewFinding> findings) => findings.Where(one => one.State != FindingState.Settled).Select(one => one.Code);

    public static ExportReview With(ExportReview review, string field, object? value)
    {
        Put(review, field, value);
        return review;
    }

    public static IList Items(params (string Field, object? Value)[][] items) => Parts("items", items);

    public static (string, object?)[] Item(params (string, object?)[] values) => [("name", "Sensor"), ("kind", "goods"), ("classification", Machine), .. values];

    /// <summary>The answers of a sheet that lead nowhere, but for those named.</summary>
    public static IList Answers(string sheet, (string Question, SheetAnswer? Answer)[] given) => Parts("answers", [.. All(sheet, given)]);

    public static IList Both(string sheet, (string, SheetAnswer?)[] given, (string, SheetAnswer?)[] clear) => Parts("answers", [.. All(sheet, given), .. All(Sheet.ClearlyOtherwise, clear)]);

    private static IEnumerable<(string, object?)[]> All(string sheet, (string Question, SheetAnswer? Answer)[] given) => Data.SheetOn(sheet, Today).Questions.Select(question =>
    {
        var named = given.Where(one => one.Question == question.Code).ToList();
        var answer = named.Count > 0 ? named[0].Answer : question.LeadsOn == SheetAnswer.Yes ? SheetAnswer.No : SheetAnswer.Yes;
        return new (string, object?)[]
        {
            ("sheet", sheet), ("question", question.Code), ("text", new Bilingual(question.Text.Ja, question.Text.En)), ("leads_on", CodeNames.Of(question.LeadsOn)),
            ("answer", answer is { } known ? CodeNames.Of(known) : null),
        };
    });

    private static ExportReview Made((string, object?)[] usual, (string, object?)[] values, string sheet, (string, SheetAnswer?) leading)
    {
        var review = (ExportReview)Product.Make(Type, [.. usual, .. values.Where(value => value.Item1 is not ("items" or "answers" or "evidence"))]);
        if (sheet == Sheet.Acceptance) Put(review, "evidence", Parts("evidence", [[("purpose", "pledge"), ("name", "pledge.pdf")]]));
        Put(review, "items", sheet == Sheet.Acceptance ? Items(Item(("kind", "goods"))) : Items(Item()));
        Put(review, "answers", Answers(sheet, [leading]));
        foreach (var (field, value) in values.Where(value => value.Item1 is "items" or "answers" or "evidence")) Put(review, field, value);
        return review;
    }

    private static void Put(ExportReview review, string field, object? value) => Type.Field(field)!.Write(review, value);

    private static IList Parts(string name, params (string Field, object? Value)[][] parts) => Product.Parts(Type, name, parts);

    private static ControlData Read()
    {
        var (data, mistakes) = ControlDataReader.Read("export-control.yaml", File.ReadAllText(Path.Combine(Repository.PathOf("catalogue"), "export-control.yaml")), _ => true);
        Assert.Empty(mistakes);
        return data!;
    }
}
