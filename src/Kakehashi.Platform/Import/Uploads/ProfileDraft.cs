using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>The columns of a file with some of its values, and what they could be read into.</summary>
/// <param name="Headers">The headers, in order.</param>
/// <param name="Samples">The first rows.</param>
internal sealed record FileLook(IReadOnlyList<string> Headers, IReadOnlyList<string?[]> Samples)
{
    private const int Rows = 5;

    /// <summary>Looks into a file; a refusal where it is no table.</summary>
    public static Result<FileLook> Of(string path, string name)
    {
        using var stream = File.OpenRead(path);
        var opened = SourceFile.Open(stream, name);
        if (!opened.IsDone) return opened.Refusal;
        using var table = opened.Value;
        try
        {
            return new FileLook(table.Headers, [.. table.Rows().Take(Rows).Select(row => row.ToArray())]);
        }
        catch (SourceFault fault)
        {
            return fault.Refusal;
        }
    }
}

/// <summary>A profile that is made by saying which column is read into which field.</summary>
internal sealed class ProfileDraft(RecordType type)
{
    /// <summary>Less alike than this is no suggestion.</summary>
    private const double Alike = 0.55;

    /// <summary>What a column can be read into.</summary>
    public IReadOnlyList<TemplateColumn> Targets { get; } = [.. TemplateProfile.Columns(type)];

    /// <summary>Header by the code of what it is read into.</summary>
    public Dictionary<string, string> Columns { get; } = [];

    /// <summary>Values that are the same for all rows, by field code.</summary>
    public Dictionary<string, string> Constants { get; } = [];

    public DayOrder Days { get; set; }

    /// <summary>The target that a header most probably means; null where none is alike.</summary>
    public TemplateColumn? Suggest(string header)
    {
        var folded = CodeList.Fold(header);
        if (folded.Length == 0) return null;
        var best = Targets.Select(target => (Target: target, Share: Spellings(target).Max(spelling => Likeness(folded, spelling)))).MaxBy(pair => pair.Share);
        return best.Share >= Alike ? best.Target : null;
    }

    /// <summary>The required fields that neither a column nor a constant fills.</summary>
    public IEnumerable<Field> Missing => type.Fields.Where(one => one is { IsRequired: true, WrittenBy: WrittenBy.Form }
        && !Constants.ContainsKey(one.Code) && !Targets.Any(target => target.Field == one && Columns.ContainsKey(target.Code)));

    /// <summary>The profile as a file.</summary>
    public string Yaml(string code, string name)
    {
        var top = new YamlMappingNode
        {
            { "code", code },
            { "name", new YamlMappingNode { { "ja", Quoted(name) }, { "en", Quoted(name) } } },
            { "record", type.Code },
        };
        if (Days != DayOrder.YearFirst) top.Add("days", CodeNames.Of(Days));
        top.Add("fields", Fields());
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(top)).Save(text, assignAnchors: false);
        return text.ToString();
    }

    private YamlMappingNode Fields()
    {
        var fields = new YamlMappingNode();
        foreach (var group in Targets.GroupBy(target => target.Field))
        {
            var chosen = group.Where(target => Columns.ContainsKey(target.Code)).ToList();
            if (chosen.Count > 0 && group.Key is BilingualField)
                fields.Add(group.Key.Code, new YamlMappingNode(chosen.SelectMany(side => new YamlNode[] { side.Side!.Value.Code(), Quoted(Columns[side.Code]) })));
            else if (chosen.Count > 0) fields.Add(group.Key.Code, Quoted(Columns[chosen[0].Code]));
            else if (Constants.TryGetValue(group.Key.Code, out var constant)) fields.Add(group.Key.Code, new YamlMappingNode { { "constant", Quoted(constant) } });
        }

        return fields;
    }

    private static YamlScalarNode Quoted(string text) => new(text) { Style = YamlDotNet.Core.ScalarStyle.DoubleQuoted };

    private static IEnumerable<string> Spellings(TemplateColumn target) => new[] { target.Header.Ja, target.Header.En, target.Code, target.Field.Label.Ja, target.Field.Label.En }.Select(CodeList.Fold);

    /// <summary>Dice's coefficient over pairs of characters: 1 for the same, 0 for nothing in common.</summary>
    private static double Likeness(string one, string other)
    {
        if (one == other) return 1;
        if (one.Length < 2 || other.Length < 2) return 0;
        var pairs = Enumerable.Range(0, one.Length - 1).Select(i => one.Substring(i, 2)).ToList();
        var left = Enumerable.Range(0, other.Length - 1).Select(i => other.Substring(i, 2)).ToList();
        var both = pairs.Count(left.Remove);
        return 2.0 * both / (one.Length + other.Length - 2);
    }
}
