using Kakehashi.Kernel;
using Microsoft.AspNetCore.Components;

namespace Kakehashi.Platform.Pages;

/// <summary>One column of a <c>DataTable</c>.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
/// <param name="Key">The column's code name: in the address when sorted by it.</param>
/// <param name="Title">The heading.</param>
/// <param name="Cell">What stands in a cell.</param>
public sealed record Column<TRow>(string Key, Text Title, RenderFragment<TRow> Cell)
{
    public Column(string key, Text title, Func<TRow, string?> text)
        : this(key, title, row => builder => builder.AddContent(0, text(row)))
    {
    }

    /// <summary>Right-aligned, in figures of one width.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Short and never broken: a day, a code, a state.</summary>
    public bool IsShort { get; init; }

    /// <summary>The heading is a link that sorts.</summary>
    public bool IsSortable { get; init; }

    /// <summary>This cell names the row: a row heading for screen readers, and the link where rows have one.</summary>
    public bool IsName { get; init; }
}

/// <summary>What a list is sorted by.</summary>
/// <param name="Key">The column's key.</param>
/// <param name="Descending">From the largest, the latest.</param>
public readonly record struct Sorting(string Key, bool Descending = false);
