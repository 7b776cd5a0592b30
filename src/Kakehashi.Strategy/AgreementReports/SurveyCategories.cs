using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Bases;
using Kakehashi.Platform;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Strategy.AgreementReports;

/// <summary>A category of the survey.</summary>
/// <param name="Code">Its number on the form.</param>
/// <param name="Name">Its name.</param>
/// <param name="Purposes">The purposes that are of it, by their codes.</param>
/// <param name="Types">The types of agreements that are of it.</param>
/// <param name="Clauses">The topics of a text that are of it.</param>
public sealed record SurveyCategory(string Code, Text Name, IReadOnlySet<string> Purposes, IReadOnlySet<string> Types, IReadOnlySet<string> Clauses)
{
    /// <summary>Whether an agreement is of it.</summary>
    public bool Holds(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return Types.Contains(CodeNames.Of(agreement.Type)) || agreement.Purposes.Exists(aim => Purposes.Contains(CodeNames.Of(aim.Purpose))) || agreement.Clauses.Exists(clause => Clauses.Contains(CodeNames.Of(clause.Topic)));
    }

    /// <summary>Whether a base is of it.</summary>
    public bool Holds(OverseasBase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Purposes.Exists(aim => Purposes.Contains(CodeNames.Of(aim.Purpose)));
    }
}

/// <summary>The categories of the survey: <c>agreement-survey.yaml</c> of the catalogue, or the one beside the data.</summary>
/// <param name="Content">Of agreements.</param>
/// <param name="Bases">Of overseas bases.</param>
public sealed record SurveyCategories(IReadOnlyList<SurveyCategory> Content, IReadOnlyList<SurveyCategory> Bases)
{
    private const string Name = "agreement-survey.yaml";

    /// <summary>Reads the file.</summary>
    /// <returns>Refusals: <c>survey.file</c>, with the line.</returns>
    public static Result<SurveyCategories> Read(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var own = Path.Combine(workspace.Data, Name);
        var file = File.Exists(own) ? own : Path.Combine(workspace.Catalogue, Name);
        try
        {
            using var text = File.OpenText(file);
            var yaml = new YamlStream();
            yaml.Load(text);
            if (yaml.Documents is not [{ RootNode: YamlMappingNode root }]) return Wrong(1, ("content と bases が必要です", "it takes content and bases"));
            return new SurveyCategories(
                Categories(root, "content", Codes<AgreementPurpose>(), Codes<AgreementType>(), Codes<ClauseTopic>()), Categories(root, "bases", Codes<BasePurpose>(), [], []));
        }
        catch (YamlException fault)
        {
            return Wrong(fault.Start.Line, Text.Same(fault.Message));
        }
    }

    private static List<SurveyCategory> Categories(YamlMappingNode root, string key, HashSet<string> purposes, HashSet<string> types, HashSet<string> clauses)
    {
        if (!root.Children.TryGetValue(key, out var node) || node is not YamlSequenceNode all) throw new YamlException(root.Start, root.End, $"{key} is missing");
        return [.. all.Children.Select(one => one as YamlMappingNode ?? throw new YamlException(one.Start, one.End, "a category is written as {code: …, ja: …, en: …, purposes: […]}"))
            .Select(one => new SurveyCategory(Word(one, "code"), (Word(one, "ja"), Word(one, "en")), Named(one, "purposes", purposes), Named(one, "types", types), Named(one, "clauses", clauses)))];
    }

    private static string Word(YamlMappingNode one, string key) =>
        one.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : throw new YamlException(one.Start, one.End, $"{key} is missing");

    private static HashSet<string> Named(YamlMappingNode one, string key, HashSet<string> known)
    {
        if (!one.Children.TryGetValue(key, out var node)) return [];
        var named = (node as YamlSequenceNode)?.Children.Select(child => (child as YamlScalarNode)?.Value ?? "").ToHashSet() ?? throw new YamlException(node.Start, node.End, $"{key} is a list: […]");
        return named.Except(known).FirstOrDefault() is { } unknown ? throw new YamlException(node.Start, node.End, $"“{unknown}” is none of {string.Join(", ", known.Order(StringComparer.Ordinal))}") : named;
    }

    private static HashSet<string> Codes<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => CodeNames.Of(value))];

    private static Refusal Wrong(long line, Text why) => new("survey.file", ($"{Name} の{line}行目：{why.Ja}。直してから開き直してください。", $"{Name}, line {line}: {why.En}. Correct it and open the page again."));
}
