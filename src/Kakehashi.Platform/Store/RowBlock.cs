using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Kakehashi.Platform.Store;

/// <summary>
/// Rows for several tables in the order they came, as bytes that a statement can be bound to where they lie. Each row:
/// the number of its table; then per value a tag, and for texts and blobs the length.
/// </summary>
internal sealed class RowBlock
{
    /// <summary>A block is handed on when it holds this much.</summary>
    private const int Enough = 1 << 17;

    // pinned, so that SQLite may be given addresses in it
    private byte[] bytes = GC.AllocateUninitializedArray<byte>(Enough + (1 << 15), pinned: true);

    /// <summary>What is in it, in bytes.</summary>
    public int Length { get; private set; }

    public bool IsFull => Length >= Enough;

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(int table, ReadOnlySpan<object?> row)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), table);
        Length += sizeof(int);
        foreach (var value in row) Add(value);
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null: Tag(ValueTag.Null); break;
            case string text: AddText(text); break;
            case int number: AddNumber(number); break;
            case long number: AddNumber(number); break;
            case bool flag: AddNumber(flag ? 1 : 0); break;
            case DateOnly day: AddDay(day); break;
            case Utf8Text text: AddBytes(ValueTag.Text, text.Bytes.Span); break;
            case byte[] blob: AddBytes(ValueTag.Blob, blob); break;
            default: throw new InvalidOperationException($"{value.GetType()} cannot be stored");
        }
    }

    private void Tag(ValueTag tag)
    {
        Room(1)[0] = (byte)tag;
        Length++;
    }

    private void AddNumber(long number)
    {
        var room = Room(1 + sizeof(long));
        room[0] = (byte)ValueTag.Number;
        BinaryPrimitives.WriteInt64LittleEndian(room[1..], number);
        Length += 1 + sizeof(long);
    }

    private void AddText(string text)
    {
        var room = Room(1 + sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[(1 + sizeof(int))..]);
        Head(room, ValueTag.Text, length);
    }

    private void AddDay(DateOnly day)
    {
        var room = Room(1 + sizeof(int) + 10);
        day.TryFormat(room[(1 + sizeof(int))..], out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Head(room, ValueTag.Text, length);
    }

    private void AddBytes(ValueTag tag, ReadOnlySpan<byte> value)
    {
        var room = Room(1 + sizeof(int) + value.Length);
        value.CopyTo(room[(1 + sizeof(int))..]);
        Head(room, tag, value.Length);
    }

    private void Head(Span<byte> room, ValueTag tag, int length)
    {
        room[0] = (byte)tag;
        BinaryPrimitives.WriteInt32LittleEndian(room[1..], length);
        Length += 1 + sizeof(int) + length;
    }

    private Span<byte> Room(int most)
    {
        if (bytes.Length - Length < most)
        {
            var larger = GC.AllocateUninitializedArray<byte>(Math.Max(bytes.Length * 2, Length + most), pinned: true);
            Bytes.CopyTo(larger);
            bytes = larger;
        }

        return bytes.AsSpan(Length);
    }
}

/// <summary>What follows in a <see cref="RowBlock"/>.</summary>
internal enum ValueTag : byte
{
    Null,
    Number,
    Text,
    Blob,
}
