using Kakehashi.ExportControl.Lists;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.ExportControl.Screening;

/// <summary>A listed entity that may be meant.</summary>
/// <param name="Version">The list, as it stood.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Name">Its name that fits best.</param>
/// <param name="Asked">The name that was asked for and fits it best.</param>
/// <param name="Score">How sure it is, 0 to less than 1, with all the evidence.</param>
/// <param name="Rule">How the two names are alike.</param>
/// <param name="Words">What was found of their words, the weightiest first.</param>
/// <param name="Evidence">What else speaks for or against it.</param>
public sealed record Hit(ListVersion Version, ListedEntity Entity, ListedName Name, string Asked, double Score, HitRule Rule, IReadOnlyList<Finding> Words, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>What reaches it is to be looked at by a person. Chosen by measuring: see decision 0017.</summary>
    public const double Threshold = 0.7;

    /// <summary>Below the threshold: given only where everything is asked for.</summary>
    public bool IsWeak => Score < Threshold;
}
