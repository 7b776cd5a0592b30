using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kakehashi.Kernel;

namespace Kakehashi.Matching.Indexing;

/// <summary>
/// An index in a file: a head of who wrote it, a fingerprint of all that follows, the lengths of the keys, their letters. The rest is worked out anew
/// while it is opened, so that no file can lead outside of the index; 2 GB at most. Only the program that wrote a file reads it: another may write names otherwise.
/// </summary>
public static class NameIndexFile
{
    private const int LengthOfAFingerprint = SHA256.HashSizeInBytes;

    // "KKHN" and the version of this program's reading of names
    private static readonly byte[] Head = [.. "KKHN"u8, .. typeof(NameIndex).Module.ModuleVersionId.ToByteArray()];

    /// <summary>Writes an index; a file of that name is replaced only when all is written.</summary>
    public static void Save(NameIndex index, string path)
    {
        var content = Content(index);
        var unfinished = path + ".part";
        using (var file = File.Create(unfinished))
        {
            file.Write(Head);
            file.Write(SHA256.HashData(content));
            file.Write(content);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Reads an index.</summary>
    /// <returns>A refusal <c>names.not-read</c> for a file that is not there, was written by another program, or is damaged.</returns>
    public static Result<NameIndex> Open(string path)
    {
        var before = Head.Length + LengthOfAFingerprint;
        if (!File.Exists(path) || new FileInfo(path).Length is var length && (length < before + sizeof(int) || length > Array.MaxLength)) return NotRead(path);
        var file = File.ReadAllBytes(path);
        var content = file.AsSpan(before);
        var isOurs = file.AsSpan(0, Head.Length).SequenceEqual(Head) && file.AsSpan(Head.Length, LengthOfAFingerprint).SequenceEqual(SHA256.HashData(content));
        return isOurs && Index(content) is { } index ? index : NotRead(path);
    }

    private static NameIndex? Index(ReadOnlySpan<byte> content)
    {
        var count = MemoryMarshal.Read<int>(content);
        var rest = content[sizeof(int)..];
        return count < 0 || count > rest.Length / sizeof(int) ? null
            : NameIndex.Of(MemoryMarshal.Cast<byte, int>(rest[..(sizeof(int) * count)]), MemoryMarshal.Cast<byte, char>(rest[(sizeof(int) * count)..]));
    }

    private static byte[] Content(NameIndex index)
    {
        var lengths = Enumerable.Range(0, index.Count).Select(at => index.KeyAt(at).Length).ToArray();
        return [.. MemoryMarshal.AsBytes([index.Count]), .. MemoryMarshal.AsBytes<int>(lengths), .. MemoryMarshal.AsBytes(index.Letters)];
    }

    private static Refusal NotRead(string path) => new("names.not-read", ($"{path} は名称の索引として読み取れません。作り直してください。", $"{path} cannot be read as an index of names. Make it anew."));
}
