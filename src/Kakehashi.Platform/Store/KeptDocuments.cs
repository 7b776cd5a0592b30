using System.IO.Compression;
using System.Security.Cryptography;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Store;

/// <summary>A file that is kept for good, under the hash of its content: nobody can change it without its name telling.</summary>
public sealed class KeptDocument
{
    /// <summary>SHA-256 of the content, in small hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>E.g. <c>application/json</c>.</summary>
    public required string Media { get; init; }

    /// <summary>Bytes of the content.</summary>
    public long Size { get; init; }

    /// <summary>The content, compressed.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>Files that belong to records and are never changed. A record names one by its hash, which the history then holds too.</summary>
public sealed class KeptDocuments(Database database)
{
    /// <summary>The most bytes of a file that somebody keeps with a record.</summary>
    public const int LargestFile = 20 << 20;

    private const int NameLength = 200;

    /// <summary>What a file is called: the last part of the path that a browser may send, with its end where it is too long, which tells the kind of file.</summary>
    public static string NameOf(string given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var name = StorableText.Line(given[(given.LastIndexOfAny(['/', '\\']) + 1)..]).Trim();
        return name.Length == 0 ? "file" : name.Length <= NameLength ? name : name[^NameLength..];
    }

    /// <summary>The name that content is kept under.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Keeps content in the transaction of the record that names it; the same content is kept once.</summary>
    public static string Put(ChangeSession session, byte[] content, string media)
    {
        session.Flush();
        var hash = HashOf(content);
        using var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        command.CommandText = "INSERT INTO document (hash, media, size, content) VALUES (@hash, @media, @size, @content) ON CONFLICT (hash) DO NOTHING";
        foreach (var (name, value) in new (string, object)[] { ("@hash", hash), ("@media", media), ("@size", (long)content.Length), ("@content", Pack(content)) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
        return hash;
    }

    /// <summary>The content, or null where there is none of this name.</summary>
    /// <exception cref="InvalidDataException">It is not what its name says.</exception>
    public async Task<byte[]?> FindAsync(string hash, CancellationToken cancel)
    {
        await using var context = database.Read();
        if (await context.Documents.FirstOrDefaultAsync(document => document.Hash == hash, cancel) is not { } found) return null;
        return Open(found);
    }

    /// <summary>The content of a document.</summary>
    /// <exception cref="InvalidDataException">It is not what its name says.</exception>
    public static byte[] Open(KeptDocument document)
    {
        var content = Unpack(document.Content);
        return HashOf(content) == document.Hash ? content : throw new InvalidDataException($"the document {document.Hash} has been altered");
    }

    /// <summary>The names of documents that are not what their names say.</summary>
    public async Task<IReadOnlyList<string>> AlteredAsync(CancellationToken cancel)
    {
        var altered = new List<string>();
        await using var context = database.Read();
        await foreach (var document in context.Documents.AsAsyncEnumerable().WithCancellation(cancel))
            if (!IsWhole(document)) altered.Add(document.Hash);
        return altered;
    }

    private static bool IsWhole(KeptDocument document)
    {
        try
        {
            return HashOf(Unpack(document.Content)) == document.Hash;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] content)
    {
        using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        gzip.CopyTo(whole);
        return whole.ToArray();
    }
}
