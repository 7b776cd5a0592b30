using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>All problems of an upload, on disk as they are found: a file may have more than anybody wants in memory.</summary>
internal sealed class ProblemFile : IDisposable
{
    private readonly BinaryReader reader;
    private readonly List<(int Row, long Place)> places = [];
    private int at;

    /// <summary>Opens the problems of one file of the upload.</summary>
    public ProblemFile(string path, int file)
    {
        reader = new(File.OpenRead(path));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var (place, of, row) = (reader.BaseStream.Position, reader.ReadInt32(), reader.ReadInt32());
            ReadWords(Language.En);
            if (of == file) places.Add((row, place));
        }

        // rows that waited for others are found later
        places.Sort();
    }

    /// <summary>The first file of the upload that has any; null where none has.</summary>
    public static int? FirstFile(string path)
    {
        if (!File.Exists(path)) return null;
        using var reader = new BinaryReader(File.OpenRead(path));
        return reader.BaseStream.Length > 0 ? reader.ReadInt32() : null;
    }

    /// <summary>What is wrong with a row, in words; null where nothing is. Rows must be asked for in ascending order.</summary>
    public string? Of(long row, Language language)
    {
        while (at < places.Count && places[at].Row < row) at++;
        if (at == places.Count || places[at].Row != row) return null;
        var words = new List<string>();
        for (; at < places.Count && places[at].Row == row; at++)
        {
            reader.BaseStream.Position = places[at].Place + (2 * sizeof(int));
            words.Add(ReadWords(language));
        }

        return string.Join(" / ", words);
    }

    public void Dispose() => reader.Dispose();

    private string ReadWords(Language language)
    {
        var (column, ja, en) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        return (column.Length > 0 ? column + ": " : "") + (language == Language.Ja ? ja : en);
    }

    /// <summary>Writes problems in the order in which they are found.</summary>
    internal sealed class Writer(string path) : IDisposable
    {
        private readonly BinaryWriter writer = new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));

        public void Add(Draft draft)
        {
            foreach (var problem in draft.Problems)
            {
                writer.Write(draft.File);
                writer.Write(draft.Row);
                writer.Write(problem.Column ?? "");
                writer.Write(problem.Message.Ja);
                writer.Write(problem.Message.En);
            }
        }

        public void Dispose() => writer.Dispose();
    }
}
