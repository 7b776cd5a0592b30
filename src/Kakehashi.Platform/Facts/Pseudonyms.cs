using System.Security.Cryptography;
using System.Text;

namespace Kakehashi.Platform.Facts;

/// <summary>
/// Turns the keys of persons into pseudonyms: HMAC-SHA256 under a key that only this university has, cut to 16 bytes.
/// The same key of a person always gives the same pseudonym; without the file nobody can go back, not even by trying
/// all student numbers.
/// </summary>
internal sealed class Pseudonyms
{
    private const int KeySize = 32;
    private const int Shown = 16;

    private readonly byte[] key;

    private Pseudonyms(byte[] key, bool isNew) => (this.key, IsNew) = (key, isNew);

    /// <summary>The key was made just now: pseudonyms written before, under a key that was lost, no longer fit.</summary>
    public bool IsNew { get; }

    /// <summary>Reads the key, or makes it at first use; only the owner of the file may read it.</summary>
    public static Pseudonyms Open(string file)
    {
        if (File.Exists(file)) return new(Read(file), isNew: false);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var made = RandomNumberGenerator.GetBytes(KeySize);
        var part = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options))
        {
            stream.Write(made);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, file);
            return new(made, isNew: true);
        }
        catch (IOException) when (File.Exists(file))
        {
            // another process was first: its key counts
            File.Delete(part);
            return new(Read(file), isNew: false);
        }
    }

    /// <summary>The pseudonym of a key, 32 hexadecimal digits.</summary>
    public string Of(string person)
    {
        Span<byte> bytes = stackalloc byte[256];
        var length = Encoding.UTF8.GetByteCount(person);
        if (length > bytes.Length) bytes = new byte[length];
        Encoding.UTF8.GetBytes(person, bytes);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes[..length], hash);
        return Convert.ToHexStringLower(hash[..Shown]);
    }

    private static byte[] Read(string file)
    {
        var key = File.ReadAllBytes(file);
        return key.Length == KeySize ? key : throw new InvalidDataException($"{file} is no pseudonym key of {KeySize} bytes; put the right one back from a backup");
    }
}
