using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Own;

/// <summary>The kinds that an own field may be of: what each is called, which keys it takes beside the common ones, and how it is made.</summary>
internal sealed class OwnFieldKinds(RecordTypes types, CodeLists codes)
{
    private const int LongestChoice = 40;

    /// <summary>Makes the field from its property.</summary>
    public delegate Field Maker(Property property, Text label);

    /// <summary>The keys of each kind.</summary>
    public static IReadOnlyDictionary<string, string[]> Keys { get; } = new Dictionary<string, string[]>
    {
        ["line"] = ["max_length"],
        ["note"] = [],
        ["bilingual"] = ["max_length"],
        ["number"] = ["min", "max"],
        ["amount"] = [],
        ["day"] = [],
        ["flag"] = [],
        ["choice"] = ["choices"],
        ["code"] = ["list"],
        ["link"] = ["record"],
        ["place"] = [],
    };

    /// <summary>How a field of this kind is made; null where what the kind needs is missing or wrong, which is noted.</summary>
    public Maker? Read(string kind, string code, DeclarationNode node) => kind switch
    {
        "line" when node.Whole("max_length", 1, 4_000, 200) is var most => (property, label) => new LineField(property, label, most),
        "note" => (property, label) => new NoteField(property, label),
        "bilingual" when node.Whole("max_length", 1, 4_000, 300) is var most => (property, label) => new BilingualField(property, label, most),
        "number" => Number(node),
        "amount" => (property, label) => new AmountField(property, label),
        "day" => (property, label) => new DayField(property, label),
        "flag" => (property, label) => new FlagField(property, label),
        "choice" => Choice(node, code),
        "code" => Code(node),
        "link" => Link(node),
        _ => (property, label) => new PlaceField(property, label),
    };

    private static Maker Number(DeclarationNode node)
    {
        var (min, max) = (node.Whole("min", int.MinValue, int.MaxValue, 0), node.Whole("max", int.MinValue, int.MaxValue, int.MaxValue));
        if (min > max) node.Note("F009", node.LineOf("min"), ("min が max より大きくなっています。", "min is above max."));
        return (property, label) => new NumberField(property, label, min, max);
    }

    private static Maker? Choice(DeclarationNode node, string code)
    {
        var words = node.Words("choices");
        if (words.Count == 0) return null;
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, label, line) in words)
        {
            if (name.Length is 0 or > LongestChoice || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
                node.Note("F007", line, (
                    $"選択肢「{name}」の名前は半角の英小文字、数字、下線で{LongestChoice}文字までです。例: student_dormitory",
                    $"The name of a choice, “{name}”, has small letters, digits and underscores, at most {LongestChoice}: student_dormitory"));
            foreach (var spelling in new[] { name, label.Ja, label.En }.OfType<string>().Select(CodeList.Fold).Distinct().Where(spelling => spelling.Length > 0 && !spellings.TryAdd(spelling, name)))
                node.Note("F008", line, (
                    $"選択肢「{name}」は「{spellings[spelling]}」と同じ書き方になります。言葉を変えてください。",
                    $"The choice “{name}” is written as “{spellings[spelling]}” is. Use other words."));
        }

        var list = new CodeList(code, words.DistinctBy(word => word.Name).Select(word => new Code(word.Name, word.Label)));
        return (property, label) => new ChoiceField(property, label, list);
    }

    private Maker? Code(DeclarationNode node)
    {
        if (node.Scalar("list", needed: true) is not { } list) return null;
        if (codes.Names.Contains(list)) return (property, label) => new CodeField(property, label, list);
        node.Note("F004", node.LineOf("list"), (
            $"「{list}」というコード一覧はありません。あるもの: {string.Join("、", codes.Names)}。",
            $"There is no code list “{list}”. There are {string.Join(", ", codes.Names)}."));
        return null;
    }

    private Maker? Link(DeclarationNode node)
    {
        if (node.Scalar("record", needed: true) is not { } record) return null;
        if (types.WithCode(record) is { } target) return (property, label) => new LinkField(property, label, target.Entity);
        node.Note("F004", node.LineOf("record"), (
            $"「{record}」という記録の種類はありません。あるもの: {string.Join("、", types.All)}。",
            $"There is no record type “{record}”. There are {string.Join(", ", types.All)}."));
        return null;
    }
}
