using Kakehashi.Kernel;
using Kakehashi.Platform.Store;

namespace Kakehashi.Platform;

/// <summary>Invented records are called so wherever they are shown: nobody should take a figure of them for a real one.</summary>
public static class SyntheticData
{
    /// <summary>What is said on every page, and beside figures in files.</summary>
    public static Text Notice { get; } = (
        "架空のデータです。実在の大学・機関・個人のものではありません。",
        "Synthetic data: not of any real university, organisation or person.");

    /// <summary>The notice for figures of this database; null where its records are real.</summary>
    public static Text? NoteOf(Workspace workspace) => workspace.IsSynthetic ? Notice : null;

    /// <summary>In the names of sheets.</summary>
    public static Text Word { get; } = ("架空のデータ", "Synthetic data");

    /// <summary>What the names of files with invented records end with.</summary>
    public const string FileSuffix = "-synthetic";

    /// <summary>Whether the history begins with the demonstration; null where there is none yet. The database is asked, not a file beside it: it has several web nodes.</summary>
    internal static bool? Begins(Database database)
    {
        using var context = database.Read();
        return context.ChangeSets.Where(set => set.Position == 1).Select(set => (bool?)(set.Origin == ChangeOrigin.Demo.Kind)).FirstOrDefault();
    }
}
