using System.Text.Json;
using Kakehashi.ExportControl.Lists;

namespace Kakehashi.ExportControl.Keeping;

/// <summary>What is written beside the files of a version that is kept.</summary>
/// <param name="List">Which list, by its code.</param>
/// <param name="PublishedOn">The day the publisher made it public.</param>
/// <param name="InForceOn">The first day it applies.</param>
/// <param name="Sha256">Its fingerprint.</param>
/// <param name="Entities">How many entities it has.</param>
/// <param name="Files">The names of its files, in the order of the reader.</param>
public sealed record KeptList(string List, DateOnly PublishedOn, DateOnly InForceOn, string Sha256, int Entities, IReadOnlyList<string> Files)
{
    internal const string FileName = "version.json";

    internal static readonly JsonSerializerOptions JsonOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>Which list.</summary>
    public ConcernList Of() => ListNames.Find(List) ?? throw new InvalidDataException($"{List} is no list");
}
