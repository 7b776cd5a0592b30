using System.Collections.Concurrent;

namespace Kakehashi.Platform.Facts;

/// <summary>Answers that hold as long as the facts stay as they are; as many as memory is worth.</summary>
/// <typeparam name="T">An answer; nobody changes it.</typeparam>
internal sealed class KeptAnswers<T>(int most)
    where T : class
{
    private readonly ConcurrentDictionary<(long Position, string Question), T> answers = new();

    /// <summary>The answer to a question when the facts were at a position of the history, or null.</summary>
    public T? Find(long position, string question) => answers.GetValueOrDefault((position, question));

    public void Keep(long position, string question, T answer)
    {
        // mostly they are of older states, which nobody asks for again
        if (answers.Count >= most) answers.Clear();
        answers[(position, question)] = answer;
    }
}
