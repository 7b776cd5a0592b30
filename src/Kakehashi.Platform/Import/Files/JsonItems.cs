using System.Text.Json;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Cuts a JSON document into the items of one array, or a file of JSON lines into its lines, holding one item at a time.</summary>
internal sealed class JsonItems(Stream stream, SourceRefusals refusals, SourceLimits limits) : IDisposable
{
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private bool ended;
    private JsonReaderState state = new(new() { MaxDepth = limits.JsonDepth });

    internal long Number { get; private set; }

    internal long Line { get; private set; } = 1;

    internal SourcePlace Place => SourcePlace.Element(Math.Max(1, Number), Line);

    /// <summary>Goes to the array at the path; without a path, the document itself or its first array of objects. False: there is none.</summary>
    internal bool Enter(string? path)
    {
        var names = path?.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var matched = 0;
        while (Token(out var token, out var depth, out var name))
        {
            if (token == JsonTokenType.StartArray)
            {
                if (names is null ? depth == 0 || (depth == 1 && NextIsObject()) : matched == names.Length && depth == matched) return true;
            }
            else if (token == JsonTokenType.PropertyName && names is not null)
            {
                if (depth - 1 < matched) matched = depth - 1;
                if (matched == depth - 1 && matched < names.Length && name == names[matched]) matched++;
            }
        }

        return false;
    }

    /// <summary>The next item of the array; empty at its end.</summary>
    internal ReadOnlyMemory<byte> NextItem()
    {
        Number++;
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(at, end - at), ended, state);
            try
            {
                if (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.EndArray)
                    {
                        Advance(reader);
                        return default;
                    }

                    var from = at + (int)reader.TokenStartIndex;
                    if (reader.TrySkip())
                    {
                        var item = buffer.AsMemory(from, at + (int)reader.BytesConsumed - from);
                        Advance(reader);
                        return item;
                    }
                }
            }
            catch (JsonException e)
            {
                throw Wrong(e);
            }

            More();
        }
    }

    /// <summary>The next line that is not blank; empty at the end.</summary>
    internal ReadOnlyMemory<byte> NextLine()
    {
        var looked = 0;
        while (true)
        {
            var found = buffer.AsSpan(at + looked, end - at - looked).IndexOf((byte)'\n');
            if (found < 0 && !ended)
            {
                looked = end - at;
                More();
                continue;
            }

            var length = found < 0 ? end - at : looked + found;
            var line = buffer.AsMemory(at, length);
            at += found < 0 ? length : length + 1;
            looked = 0;
            Number++;
            Line = Number;
            if (!line.Span.Trim(" \t\r"u8).IsEmpty) return line;
            if (found < 0) return default;
        }
    }

    /// <summary>Reads what follows the array, so that a document that was cut off is noticed.</summary>
    internal void Finish()
    {
        while (Token(out _, out _, out _))
        {
        }
    }

    /// <summary>Nothing but its words tells a document that is too deep from one that is wrong.</summary>
    internal SourceFault Wrong(JsonException e) => new(e.Message.Contains("depth", StringComparison.Ordinal) ? refusals.JsonTooDeep(Place, limits.JsonDepth) : refusals.Json(Place, (
        $"（{e.BytePositionInLine} バイト目付近）書き出し元で出力し直してください。",
        $"(near byte {e.BytePositionInLine} of what was being read.) Export it again from the system it came from.")));

    private bool Token(out JsonTokenType token, out int depth, out string? name)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(at, end - at), ended, state);
            try
            {
                if (reader.Read())
                {
                    (token, depth) = (reader.TokenType, reader.CurrentDepth);
                    name = token == JsonTokenType.PropertyName && reader.ValueSpan.Length < 500 ? reader.GetString() : null;
                    Advance(reader);
                    return true;
                }
            }
            catch (JsonException e)
            {
                throw Wrong(e);
            }
            catch (InvalidOperationException)
            {
                throw new SourceFault(refusals.Json(Place, ("文字列が正しくありません。", "A text in it is not valid.")));
            }

            if (ended)
            {
                (token, depth, name) = (JsonTokenType.None, 0, null);
                return false;
            }

            More();
        }
    }

    private bool NextIsObject()
    {
        while (true)
        {
            var next = buffer.AsSpan(at, end - at).TrimStart(" \t\r\n"u8);
            if (!next.IsEmpty || ended) return next is [(byte)'{', ..];
            More();
        }
    }

    private void Advance(in Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        Line += buffer.AsSpan(at, consumed).Count((byte)'\n');
        at += consumed;
        state = reader.CurrentState;
    }

    /// <summary>Brings more of the file in; the buffer grows until an item fits, up to the limit.</summary>
    private void More()
    {
        buffer.AsSpan(at, end - at).CopyTo(buffer);
        (at, end) = (0, end - at);
        if (end == buffer.Length)
        {
            if (buffer.Length >= limits.JsonRowBytes) throw new SourceFault(refusals.RowTooLong(Place, limits.JsonRowBytes));
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        ended = read < buffer.Length - end;
        end += read;
    }

    public void Dispose() => stream.Dispose();
}
