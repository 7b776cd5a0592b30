using System.Text.RegularExpressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Own;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Platform.Own;

/// <summary>One own field as it is declared.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsDimension">It is a column of the record's facts too.</param>
/// <param name="Line">Where its declaration begins.</param>
internal sealed record DeclaredField(Field Field, bool IsDimension, int Line);

/// <summary>Reads the declarations of one file. What it does not know it notes, so that no misspelling passes for a choice.</summary>
internal sealed partial class OwnFieldReader(RecordType type, RecordTypes types, CodeLists codes, string file, List<OwnFieldMistake> mistakes)
{
    private const int LongestCode = 50;

    private static readonly string[] CommonKeys = ["code", "label", "help", "kind", "required", "listed", "searched", "personal", "dimension"];

    private readonly OwnFieldKinds kinds = new(types, codes);

    /// <summary>All fields that could be read; what is wrong with the others is noted.</summary>
    public IReadOnlyList<DeclaredField> Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        // the parser also lets exceptions of its own state out on broken flow mappings
        catch (Exception wrong) when (wrong is YamlException or InvalidOperationException or ArgumentException)
        {
            var line = wrong is YamlException { Start.Line: > 0 } at ? (int)at.Start.Line : 1;
            Note("F001", line, ($"YAMLとして読めません: {wrong.Message}", $"This is not YAML: {wrong.Message}"));
            return [];
        }

        // a file in which all is commented out declares nothing
        if (stream.Documents.Count == 0) return [];
        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlSequenceNode list)
            return [.. list.Children.Select(One).OfType<DeclaredField>()];
        Note("F001", (int)stream.Documents[^1].RootNode.Start.Line, (
            "項目を「- code: …」の形で並べてください。", "A file is one list of fields, each beginning with “- code: …”."));
        return [];
    }

    private DeclaredField? One(YamlNode item)
    {
        if (item is not YamlMappingNode map)
        {
            Note("F001", (int)item.Start.Line, ("項目を「- code: …」の形で書いてください。", "A field is written as “- code: …” with its other keys below."));
            return null;
        }

        var node = new DeclarationNode(map, file, mistakes);
        var known = mistakes.Count;
        var (code, kind) = (CodeOf(node), KindOf(node));
        node.Knows(kind is null ? [.. CommonKeys, .. OwnFieldKinds.Keys.Values.SelectMany(keys => keys).Distinct()] : [.. CommonKeys, .. OwnFieldKinds.Keys[kind]]);
        var (label, help) = (node.Both("label", needed: true), node.Both("help"));
        var maker = kind is null ? null : kinds.Read(kind, code ?? "", node);
        var options = Options(node);
        if (mistakes.Count > known) return null;
        var field = OwnFields.Make(code!, property => maker!(property, label!.Value));
        Set(field, help, options);
        Check(node, field, options);
        return mistakes.Count > known ? null : new(field, options.IsDimension, node.Line);
    }

    private string? CodeOf(DeclarationNode node)
    {
        if (node.Scalar("code", needed: true) is not { } code) return null;
        if (code.Length <= LongestCode && CodePattern().IsMatch(code)) return code;
        node.Note("F007", node.LineOf("code"), (
            $"code「{code}」は {OwnFields.Prefix} で始め、半角の英小文字、数字、下線で{LongestCode}文字までにしてください。例: {Suggested(code)}",
            $"The code “{code}” must begin with {OwnFields.Prefix} and have small letters, digits and underscores, at most {LongestCode}: {Suggested(code)}"));
        return null;
    }

    private static string? KindOf(DeclarationNode node)
    {
        if (node.Scalar("kind", needed: true) is not { } kind) return null;
        if (OwnFieldKinds.Keys.ContainsKey(kind)) return kind;
        node.Note("F004", node.LineOf("kind"), (
            $"「{kind}」という種類はありません。あるもの: {string.Join("、", OwnFieldKinds.Keys.Keys)}。",
            $"There is no kind “{kind}”. There are {string.Join(", ", OwnFieldKinds.Keys.Keys)}."));
        return null;
    }

    private static OwnFieldOptions Options(DeclarationNode node) =>
        new(node.Flag("required"), node.Flag("listed"), node.Flag("searched"), node.Flag("personal"), node.Flag("dimension"));

    private static void Set(Field field, Text? help, OwnFieldOptions options)
    {
        field.Help = help;
        (field.IsRequired, field.IsListed, field.IsSearched, field.IsPersonal) = (options.IsRequired, options.IsListed, options.IsSearched, options.IsPersonal);
    }

    private void Check(DeclarationNode node, Field field, OwnFieldOptions options)
    {
        if (field is FlagField && options.IsRequired)
            node.Note("F009", node.LineOf("required"), ("はい・いいえの項目(flag)は常に値があります。required を外してください。", "A flag always has a value. Leave out required."));
        if (field is NoteField && options.IsListed)
            node.Note("F009", node.LineOf("listed"), ("文章(note)は一覧に出せません。listed を外すか、kind を line にしてください。", "A note has no column in lists. Leave out listed, or make it a line."));
        if (options.IsRequired && options.IsPersonal)
            node.Note("F009", node.LineOf("required"), ("個人に関する項目は消去できるように、必須にできません。required を外してください。", "A personal field must be able to hold no value, so that it can be erased. Leave out required."));
        if (options.IsDimension && options.IsPersonal)
            node.Note("F009", node.LineOf("dimension"), ("個人に関する項目は集計に使えません。personal か dimension を外してください。", "A personal field does not go into figures. Leave out personal or dimension."));
        if (options.IsDimension && field is NoteField or BilingualField or PlaceField)
            node.Note("F009", node.LineOf("dimension"), ("この種類(kind)の項目は集計に使えません。dimension を外してください。", "Figures are not counted by a field of this kind. Leave out dimension."));
        if (options.IsDimension && type.Facts.Count == 0)
            node.Note("F009", node.LineOf("dimension"), ($"{type.One.Ja}からは指標を集計しません。dimension を外してください。", $"No figures are counted from records of this type ({type.One.En}). Leave out dimension."));
        // the headers of files are labels: one must not stand for two fields
        var headers = TemplateProfile.Columns(type.With(new([field], []))).ToLookup(column => column.Field == field);
        var taken = headers[false].SelectMany(column => Spellings(column.Header)).ToHashSet(StringComparer.Ordinal);
        if (headers[true].SelectMany(column => Spellings(column.Header)).Any(taken.Contains))
            node.Note("F008", node.LineOf("label"), (
                $"「{field.Label.Ja} / {field.Label.En}」という項目は{type.One.Ja}にすでにあります。別の名前にしてください。",
                $"{type.One.En} has a field “{field.Label.En} / {field.Label.Ja}” already. Use another label."));
    }

    /// <summary>A label in either language as a header is compared.</summary>
    internal static IEnumerable<string> Spellings(Text label) => [CodeList.Fold(label.Ja), CodeList.Fold(label.En)];

    private static string Suggested(string code)
    {
        var words = new string([.. CodeNames.Of(code.Trim()).Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '_')]).Trim('_');
        if (words.Length == 0) words = "housing";
        return words.StartsWith(OwnFields.Prefix, StringComparison.Ordinal) ? words : OwnFields.Prefix + words;
    }

    private void Note(string code, int line, Text message) => mistakes.Add(new(code, file, line, message));

    [GeneratedRegex(@"\Aown(_[a-z0-9]+)+\z")]
    private static partial Regex CodePattern();

    private readonly record struct OwnFieldOptions(bool IsRequired, bool IsListed, bool IsSearched, bool IsPersonal, bool IsDimension);
}
