using System.Security.Cryptography;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;

namespace Kakehashi.ExportControl.Lists;

/// <summary>A file of a list, on disk or as an upload.</summary>
/// <param name="Name">What the person calls it; refusals name it.</param>
/// <param name="Content">Its bytes, which can be read more than once; it stays the caller's.</param>
public sealed record ListFile(string Name, Stream Content)
{
    /// <summary>Ten times the largest list there is.</summary>
    internal const long MostBytes = 32L << 20;

    // a published cell has a few thousand characters; what is far beyond is no list
    private static readonly SourceLimits Limits = new()
    {
        CellChars = 50_000,
        RowChars = 200_000,
        Columns = 200,
        JsonRowBytes = 1 << 20,
        UnpackedBytes = MostBytes * 2,
        SharedChars = 8_000_000,
        SharedTexts = 500_000,
        XlsBytes = MostBytes,
        SpoolBytes = MostBytes * 2,
    };

    /// <summary>Makes a version out of one reading, or says why the files are no list.</summary>
    internal static Result<ListVersion> Reading(Func<ListVersion> read)
    {
        try
        {
            return read();
        }
        catch (ListFault fault)
        {
            return fault.Refusal;
        }
        catch (SourceFault fault)
        {
            return fault.Refusal;
        }
    }

    internal ListRefusals Refusals() => new(Name);

    /// <summary>The bytes from their beginning.</summary>
    internal Stream Opened()
    {
        if (Content.Length > MostBytes) throw Refusals().TooLarge(MostBytes);
        Content.Position = 0;
        return Content;
    }

    internal SourceTable Table(SourceFormat format)
    {
        var opened = SourceFile.Open(Opened(), Name, format, Limits);
        return opened.IsDone ? opened.Value : throw new ListFault(opened.Refusal);
    }

    internal static string Sha256(params ReadOnlySpan<ListFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 16];
        foreach (var file in files)
        {
            var content = file.Opened();
            for (var read = content.Read(block); read > 0; read = content.Read(block)) hash.AppendData(block.AsSpan(0, read));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
