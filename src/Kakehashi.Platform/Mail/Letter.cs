using Kakehashi.Kernel;

namespace Kakehashi.Platform.Mail;

/// <summary>Something to be sent to one person by mail.</summary>
/// <param name="Key">
/// What it is about, e.g. <c>round/7/deadline/12/person</c>. A letter of one key goes out once: whoever works out anew what
/// is due may put it again.
/// </param>
/// <param name="To">The address.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed record Letter(string Key, string To, Language Language, string Subject, string Body)
{
    /// <summary>How the person is called; null where that is not known.</summary>
    public string? Name { get; init; }

    /// <summary>A file that goes with it.</summary>
    public Enclosure? Enclosure { get; init; }
}

/// <summary>A file that goes with a letter.</summary>
/// <param name="FileName">Its name, with its ending.</param>
/// <param name="Media">E.g. <c>application/pdf</c>.</param>
/// <param name="Content">The file.</param>
public sealed record Enclosure(string FileName, string Media, byte[] Content);
