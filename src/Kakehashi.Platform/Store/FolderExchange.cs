using System.Runtime.InteropServices;
using System.Text;

namespace Kakehashi.Platform.Store;

/// <summary>Puts one folder in the place of another.</summary>
internal static class FolderExchange
{
    private const int AtCurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>
    /// Puts a folder in the place of another, which is kept. On Linux both change places in one step of the kernel, so
    /// that there is no moment without a folder; elsewhere in two. Gives where the old one is, or null where there was none.
    /// </summary>
    public static string? Put(string made, string place, string kept)
    {
        if (!Directory.Exists(place) || !Directory.EnumerateFileSystemEntries(place).Any())
        {
            if (Directory.Exists(place)) Directory.Delete(place);
            Directory.Move(made, place);
            return null;
        }

        if (OperatingSystem.IsLinux() && TryExchange(made, place))
        {
            Directory.Move(made, kept);
            return kept;
        }

        Directory.Move(place, kept);
        try
        {
            Directory.Move(made, place);
        }
        catch
        {
            Directory.Move(kept, place);
            throw;
        }

        return kept;
    }

    private static bool TryExchange(string one, string other)
    {
        try
        {
            return Rename(AtCurrentFolder, Encoding.UTF8.GetBytes(one + '\0'), AtCurrentFolder, Encoding.UTF8.GetBytes(other + '\0'), Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "renameat2", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rename(int oldFolder, byte[] oldPath, int newFolder, byte[] newPath, uint flags);
}
