using System.Text;
using Kakehashi.ExportControl.Reviews;
using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Web.Demo;

/// <summary>Reviews of exports in every state, with the classifications and the licences that they rest on.</summary>
internal sealed class DemoReviews(Workspace workspace, ChangeSession session, IReadOnlyDictionary<string, long> units, DateOnly today)
{
    private const string Clerk = "sato", First = "suzuki", Head = "kato";

    private static readonly (string Reference, string Item, string Kind, string Result, string? Row)[] Items =
    [
        ("C-0001", "5軸マシニングセンタ", "goods", "listed", "2(12)"), ("C-0002", "小型分光センサー", "goods", "catch_all", "16(2)"), ("C-0003", "画像処理プログラム", "technology", "catch_all", "16(1)"),
        ("C-0004", "炭素繊維の成形技術", "technology", "listed", "2(17)"), ("C-0005", "土壌試料", "goods", "not_covered", null),
    ];

    /// <summary>A review of the demonstration.</summary>
    /// <param name="Subject">What it is about.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Unit">The code of the unit.</param>
    /// <param name="Party">The counterparty; invented.</param>
    /// <param name="Country">Where it is.</param>
    /// <param name="Item">The place of its item among the classified ones.</param>
    /// <param name="State">How far it is.</param>
    /// <param name="Ago">How many days ago it was handed in.</param>
    /// <param name="Days">How many days it took, where it is decided.</param>
    /// <param name="Outcome">What was decided; of those that are not, null.</param>
    private sealed record Told(ReviewSubject Subject, string Title, string Unit, string Party, string Country, int Item, ReviewState State, int Ago, int Days = 0, ReviewOutcome? Outcome = null);

    private static readonly Told[] All =
    [
        new(ReviewSubject.Export, "加工機の貸出し", "G07", "ホン川工科大学(架空)", "VN", 0, ReviewState.Decided, 190, 34, ReviewOutcome.LicenceNeeded),
        new(ReviewSubject.Export, "観測用センサーの持出し", "F07", "メコン環境研究所(架空)", "LA", 1, ReviewState.Decided, 160, 9, ReviewOutcome.NoLicenceNeeded),
        new(ReviewSubject.JointResearch, "画像診断の共同研究", "G06", "ライン川医科大学(架空)", "DE", 2, ReviewState.Decided, 140, 12, ReviewOutcome.NoLicenceNeeded),
        new(ReviewSubject.Provision, "成形技術の説明", "I02", "デカン工科大学(架空)", "IN", 3, ReviewState.Decided, 120, 41, ReviewOutcome.LicenceNeeded),
        new(ReviewSubject.Export, "土壌試料の送付", "F08", "ジャワ農業大学(架空)", "ID", 4, ReviewState.Decided, 90, 5, ReviewOutcome.NoLicenceNeeded),
        new(ReviewSubject.Acceptance, "客員研究員の受入れ(光計測)", "G07", "南嶺理工大学(架空)", "CN", 1, ReviewState.Decided, 60, 18, ReviewOutcome.WithConditions),
        new(ReviewSubject.Acceptance, "博士研究員の受入れ(材料)", "I02", "アンデス工科大学(架空)", "PE", 1, ReviewState.Checked, 12),
        new(ReviewSubject.Export, "分光センサーの輸出", "F07", "カスピ計測研究所(架空)", "KZ", 1, ReviewState.Submitted, 6),
        new(ReviewSubject.Provision, "画像処理プログラムの提供", "G09", "ボルネオ情報大学(架空)", "MY", 2, ReviewState.Submitted, 3),
        new(ReviewSubject.Dispatch, "現地観測への機材の携行", "I01", "パミール地球物理観測所(架空)", "TJ", 1, ReviewState.SentBack, 15),
        new(ReviewSubject.JointResearch, "部品加工の共同研究", "G07", "ナイル工科大学(架空)", "EG", 0, ReviewState.Drafted, 2),
    ];

    public void Write()
    {
        if (ControlDataReader.Read(workspace).Value is not { } data) return;
        List<ItemClassification> classified = [.. Items.Select((_, at) => Classified(at))];
        var number = 0;
        foreach (var told in All)
        {
            var review = Review(told, ++number, data, classified[told.Item]);
            session.Create(Type<ExportReview>(), review);
            if (told.Outcome == ReviewOutcome.LicenceNeeded) Licence(review, number);
        }
    }

    private ItemClassification Classified(int at)
    {
        var (reference, item, kind, result, row) = Items[at];
        var made = (ItemClassification)Made(Type<ItemClassification>(), ("reference", reference), ("item", item), ("kind", kind), ("result", result), ("row", row),
            ("law_as_of", today.AddDays(-210)), ("judged_by", "高橋 実(架空)"), ("judged_on", today.AddDays(-205)), ("confirmed_by", "渡辺 恵(架空)"));
        session.Create(Type<ItemClassification>(), made);
        return made;
    }

    private ExportReview Review(Told told, int number, ControlData data, ItemClassification classified)
    {
        var type = Type<ExportReview>();
        var day = today.AddDays(-told.Ago);
        var writer = new DemoWriter(session, type);
        var review = (ExportReview)Made(type, ("reference", FormattableString.Invariant($"R{today.Year}-{number:000}")), ("title", told.Title), ("subject", CodeNames.Of(told.Subject)), ("unit", units[told.Unit]),
            ("applicant", "田中 一郎(架空)"), ("applied_on", day), ("needed_by", day.AddDays(20)), ("state", "drafted"), ("counterparty", told.Party), ("counterparty_country", told.Country), ("use", "大学間の研究"),
            ("items", writer.Parts("items", [[classified.Item, CodeNames.Of(classified.Kind), classified.Number]])), ("answers", Answers(writer, told, data)),
            ("weapons_use", told.State == ReviewState.Submitted ? "not_known" : "no"), ("conventional_use", "no"), ("user_develops", "no"), ("user_is_listed", told.State == ReviewState.Drafted ? null : "no"),
            ("steps", writer.Parts("steps", [[day, Clerk, "save"]])));
        if (told.Subject == ReviewSubject.Acceptance) Person(review, writer, told, day);
        return Taken(review, told, day, data, classified);
    }

    /// <summary>A resident who works for the university, in no category or in one.</summary>
    private void Person(ExportReview review, DemoWriter writer, Told told, DateOnly day)
    {
        var pledge = Encoding.UTF8.GetBytes("誓約書(架空)");
        var hash = KeptDocuments.Put(session, pledge, "application/octet-stream");
        Fill(review, ("person", "架空 研究員"), ("nationality", told.Country), ("affiliation", told.Party), ("residence", "resident"), ("residence_basis", "employed"), ("under_contract", "no"),
            ("benefits", told.Outcome is null ? "yes" : "no"), ("benefit_note", told.Outcome is null ? "派遣元の政府から奨学金を受けている" : null), ("instructed", "no"), ("pledged_on", day),
            ("evidence", writer.Parts("evidence", [["pledge", "誓約書.txt", hash, pledge.Length, day, Clerk]])));
    }

    private static object? Answers(DemoWriter writer, Told told, ControlData data)
    {
        var sheet = data.SheetOn(Sheet.For(told.Subject), data.Sheets[^1].From);
        return writer.Parts("answers", sheet.Questions.Select((question, at) => new object?[]
        {
            sheet.Code, sheet.From, question.Code, new Bilingual(question.Text.Ja, question.Text.En), CodeNames.Of(question.LeadsOn),
            told.State == ReviewState.Drafted && at > 4 ? null : CodeNames.Of(Answer(question, told)), null,
        }));
    }

    private static SheetAnswer Answer(SheetQuestion question, Told told)
    {
        var isListed = Items[told.Item].Result == "listed";
        if (question.Code is "listed_item" or "listed_technology" && isListed) return SheetAnswer.Yes;
        if (question.Code == "unclear" && told.Item != 4) return SheetAnswer.NotKnown;
        return question.LeadsOn == SheetAnswer.Yes ? SheetAnswer.No : SheetAnswer.Yes;
    }

    /// <summary>As the operations would have left it.</summary>
    private static ExportReview Taken(ExportReview review, Told told, DateOnly day, ControlData data, ItemClassification classified)
    {
        if (told.State == ReviewState.Drafted) return review;
        var submitted = At(SubmitReview.Decide(review, new(Clerk, day)), ReviewState.Submitted);
        if (told.State == ReviewState.Submitted) return submitted;
        if (told.State == ReviewState.SentBack) return At(SendBackReview.Decide(submitted, "携行する機材の一覧と、帰国時に持ち帰ることを書いてください。", new(First, day.AddDays(4))), ReviewState.SentBack);
        var looked = At(CheckReview.Decide(submitted, "用途と需要者を確かめました。", new(First, day.AddDays(3))), ReviewState.Checked);
        if (told.Outcome is not { } outcome) return looked;
        var on = day.AddDays(told.Days);
        var findings = ReviewRules.Judge(new(looked, new Dictionary<long, ItemClassification> { [classified.Number] = classified }, data.DestinationsOn(on), null));
        return At(DecideReview.Decide(looked, new(outcome, "確認結果のとおり。", outcome == ReviewOutcome.WithConditions ? "装置の設計資料は見せない。" : null), findings, new(Head, on)), ReviewState.Decided);
    }

    private static ExportReview At(Result<ExportReview> result, ReviewState state)
    {
        var review = result.Value ?? throw new InvalidOperationException(result.Refusal!.Message.En);
        Fill(review, ("state", CodeNames.Of(state)));
        return review;
    }

    private void Licence(ExportReview review, int number)
    {
        var type = Type<ExportLicence>();
        var issued = review.DecidedOn!.Value.AddDays(30);
        session.Create(type, Made(type, ("licence", FormattableString.Invariant($"架空-{today.Year}-{number:0000}")), ("kind", "individual"), ("authority", "経済産業大臣"), ("issued_on", issued),
            ("expires_on", number == 1 ? today.AddDays(45) : issued.AddYears(2)), ("scope", review.Title), ("uses", new DemoWriter(session, type).Parts("uses", [[review.Number]]))));
    }

    private static Record Made(RecordType type, params ReadOnlySpan<(string, object?)> values)
    {
        var record = type.New();
        foreach (var (code, value) in values) type.Field(code)!.Write(record, value);
        return record;
    }

    private static void Fill(ExportReview review, params ReadOnlySpan<(string, object?)> values)
    {
        var type = Composition.Types[typeof(ExportReview)];
        foreach (var (code, value) in values) type.Field(code)!.Write(review, value);
    }

    private RecordType Type<T>() => workspace.Types[typeof(T)];
}
