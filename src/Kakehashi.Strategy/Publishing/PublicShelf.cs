using System.Collections.Concurrent;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Publishing;

/// <summary>One publication with its tables.</summary>
public sealed record OnShelf(Publication Publication, PublicDocument Document)
{
    /// <summary>The document as it is kept, to the byte.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>What the public sees: nothing but documents of publications that are not withdrawn.</summary>
public sealed class PublicShelf(Workspace workspace)
{
    private readonly ConcurrentDictionary<string, (PublicDocument Document, byte[] Bytes)> read = new(StringComparer.Ordinal);

    /// <summary>The publications, by indicator.</summary>
    public async Task<IReadOnlyList<OnShelf>> AllAsync(CancellationToken cancel)
    {
        var shelf = new List<OnShelf>();
        foreach (var publication in (await workspace.PublicationsAsync(cancel)).Where(one => !one.IsWithdrawn).OrderBy(one => one.Indicator, StringComparer.Ordinal))
        {
            var (document, bytes) = await DocumentAsync(publication, cancel);
            shelf.Add(new(publication, document) { Bytes = bytes });
        }

        return shelf;
    }

    /// <summary>What is published of an indicator; null where nothing is.</summary>
    public async Task<OnShelf?> FindAsync(string indicator, CancellationToken cancel) =>
        (await AllAsync(cancel)).FirstOrDefault(one => one.Publication.Indicator == indicator);

    /// <exception cref="InvalidDataException">The document has been altered or is gone.</exception>
    private async Task<(PublicDocument Document, byte[] Bytes)> DocumentAsync(Publication publication, CancellationToken cancel)
    {
        if (read.TryGetValue(publication.Sha256, out var known)) return known;
        var document = await workspace.Documents.FindAsync(publication.Sha256, cancel) ?? throw new InvalidDataException($"the tables of {publication.Indicator}, edition {publication.Edition}, are gone");
        return read[publication.Sha256] = (PublicDocument.Read(document), document);
    }
}
