using Kakehashi.Kernel;

namespace Kakehashi.Platform.Export.Docx;

/// <summary>Something that a template may ask for by <c>{{name}}</c>.</summary>
/// <param name="Name">As templates spell it.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Read">Its value; null where there is none.</param>
public sealed record DocxTerm(string Name, Text Label, Func<object, string?> Read);

/// <summary>Something that a template may repeat, from <c>{{#name}}</c> to <c>{{/name}}</c>.</summary>
/// <param name="Name">As templates spell it.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Items">Those that it is repeated for.</param>
/// <param name="Terms">What can be asked of each of them.</param>
public sealed record DocxList(string Name, Text Label, Func<object, IEnumerable<object>> Items, IReadOnlyList<DocxTerm> Terms);

/// <summary>All that templates of a kind may ask for.</summary>
/// <param name="Terms">Single values.</param>
/// <param name="Lists">What is repeated.</param>
public sealed record DocxTerms(IReadOnlyList<DocxTerm> Terms, IReadOnlyList<DocxList> Lists);

/// <summary>What is wrong in a template.</summary>
/// <param name="Placeholder">As it is written there.</param>
/// <param name="Says">What is wrong, and where.</param>
public sealed record DocxMistake(string Placeholder, Text Says);

/// <summary>Where values are read while a template is filled: the item of a repeat lies over what is around it.</summary>
internal sealed record DocxScope(DocxTerms Known, object? Value, DocxList? List = null, object? Item = null, DocxScope? Around = null)
{
    public DocxTerm? Term(string name) => (List?.Terms.FirstOrDefault(term => term.Name == name)) ?? (Around is null ? Known.Terms.FirstOrDefault(term => term.Name == name) : Around.Term(name));

    public DocxList? ListOf(string name) => Known.Lists.FirstOrDefault(list => list.Name == name);

    /// <summary>What a term says here; null where nothing does, or where the template is only checked.</summary>
    public string? Read(DocxTerm term)
    {
        if (Value is null) return null;
        var said = List is not null && List.Terms.Contains(term) ? term.Read(Item!) : Around is null ? term.Read(Value) : Around.Read(term);
        return string.IsNullOrWhiteSpace(said) ? null : said;
    }

    /// <summary>The scopes of a repeat; one without values where the template is only checked.</summary>
    public IEnumerable<DocxScope> Each(DocxList list) => Value is null ? [new(Known, null, list, null, this)] : list.Items(Value).Select(item => new DocxScope(Known, Value, list, item, this));
}
