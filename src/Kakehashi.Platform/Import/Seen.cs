using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Platform.Import;

/// <summary>
/// What a run has met, by hash, with a number for each: in memory as long as that is little, then in a temporary file.
/// So the memory of an import does not grow with its files.
/// </summary>
internal sealed class Seen : IDisposable
{
    /// <summary>About 100 MB.</summary>
    private const int MostInMemory = 2_000_000;

    private readonly int most;
    private readonly Dictionary<UInt128, int> numbers = [];
    private readonly byte[] key = new byte[16];
    private SqliteConnection? file;
    private SqliteCommand? find;
    private SqliteCommand? put;

    public Seen(int most = MostInMemory) => this.most = most;

    /// <summary>The number that was set for a hash.</summary>
    public bool TryGet(UInt128 hash, out int number)
    {
        if (numbers.TryGetValue(hash, out number)) return true;
        if (find is null) return false;
        Bind(hash);
        if (find.ExecuteScalar() is not long there) return false;
        number = (int)there;
        return true;
    }

    /// <summary>Sets the number of a hash.</summary>
    public void Set(UInt128 hash, int number)
    {
        if (numbers.Count < most || numbers.ContainsKey(hash))
        {
            numbers[hash] = number;
            return;
        }

        if (put is null) OpenFile();
        Bind(hash);
        put!.Parameters[1].Value = number;
        put.ExecuteNonQuery();
    }

    /// <summary>A hash of a text; two texts with one hash do not occur by chance in any file.</summary>
    public static UInt128 Hash(ReadOnlySpan<char> text)
    {
        // FNV-1a, 128 bits: http://www.isthe.com/chongo/tech/comp/fnv/
        var hash = new UInt128(0x6c62272e07bb0142, 0x62b821756295c58d);
        var prime = new UInt128(0x0000000001000000, 0x000000000000013B);
        foreach (var character in text) hash = (hash ^ character) * prime;
        return hash;
    }

    public void Dispose()
    {
        find?.Dispose();
        put?.Dispose();
        file?.Dispose();
    }

    private void Bind(UInt128 hash)
    {
        MemoryMarshal.Write(key, in hash);
        find!.Parameters[0].Value = key;
        put!.Parameters[0].Value = key;
    }

    /// <summary>A database without a name is a temporary file that goes away with the connection.</summary>
    private void OpenFile()
    {
        file = new("Data Source=;Pooling=False");
        file.Open();
        using (var make = Command("PRAGMA journal_mode=OFF; PRAGMA cache_size=-65536; CREATE TABLE seen (hash BLOB PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID; BEGIN")) make.ExecuteNonQuery();
        find = Command("SELECT number FROM seen WHERE hash = @hash");
        put = Command("INSERT INTO seen (hash, number) VALUES (@hash, @number) ON CONFLICT (hash) DO UPDATE SET number = excluded.number");
        find.Parameters.Add("@hash", SqliteType.Blob);
        put.Parameters.Add("@hash", SqliteType.Blob);
        put.Parameters.Add("@number", SqliteType.Integer);
    }

    private SqliteCommand Command(string sql) => new(sql, file);
}
