using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Platform.Forms;

/// <summary>What comboboxes suggest.</summary>
public static class OptionEndpoints
{
    private const int Most = 20;

    /// <summary>One suggestion.</summary>
    /// <param name="Value">What is posted: a record's number, a code.</param>
    /// <param name="Label">In the page's language.</param>
    /// <param name="Detail">What tells it apart: the other language, a key.</param>
    public sealed record Option(string Value, string Label, string? Detail);

    public static void MapOptions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{route}/options", Records);
        routes.MapGet("/codes/{list}/options", Codes);
    }

    private static async Task<Results<Ok<Option[]>, NotFound>> Records(string route, string? q, Workspace workspace, HttpContext http)
    {
        if (workspace.Types.AtRoute(route) is not { } type) return TypedResults.NotFound();
        var found = await LinkLookup.RecordsAsync(workspace, type, q ?? "", Most, Caller.Of(http), http.RequestAborted);
        return TypedResults.Ok<Option[]>([.. found.Select(record => Of(type, record))]);
    }

    private static Option Of(RecordType type, Record record)
    {
        var caption = type.Caption(record);
        var other = caption.IsComplete ? caption.Exactly(Speech.Spoken.Other()) : null;
        var label = Speech.T(caption) is { Length: > 0 } words ? words : $"#{record.Number}";
        return new(record.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), label,
            string.Join("  ", new[] { other == label ? null : other, type.Keys(record).FirstOrDefault() }.OfType<string>()));
    }

    private static Results<Ok<Option[]>, NotFound> Codes(string list, string? q, Workspace workspace)
    {
        if (!workspace.Codes.Names.Contains(list)) return TypedResults.NotFound();
        var wanted = CodeList.Fold(q ?? "");
        var found = workspace.Codes[list].All
            .Select(code => (Code: code, Rank: Rank(code, wanted))).Where(pair => pair.Rank >= 0).OrderBy(pair => pair.Rank).Take(Most)
            .Select(pair => new Option(pair.Code.Value, Speech.T(pair.Code.Label), $"{pair.Code.Value}  {pair.Code.Label.In(Speech.Spoken.Other())}"));
        return TypedResults.Ok<Option[]>([.. found]);
    }

    /// <summary>0 for the code itself, 1 where a name begins with it, 2 where one contains it, -1 otherwise.</summary>
    private static int Rank(Code code, string wanted)
    {
        var names = new[] { CodeList.Fold(code.Label.Ja), CodeList.Fold(code.Label.En) };
        if (wanted.Length == 0 || CodeList.Fold(code.Value) == wanted) return 0;
        if (names.Any(name => name.StartsWith(wanted, StringComparison.Ordinal))) return 1;
        return names.Any(name => name.Contains(wanted, StringComparison.Ordinal)) ? 2 : -1;
    }
}
