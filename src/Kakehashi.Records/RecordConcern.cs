using System.Linq.Expressions;
using Kakehashi.Kernel;

namespace Kakehashi.Records;

/// <summary>What is doubtful about a record.</summary>
public enum ConcernKind
{
    /// <summary>Its values do not go together.</summary>
    Inconsistent,

    /// <summary>A name or a code stands where a record should be linked.</summary>
    Unresolved,
}

/// <summary>Something that may be written but ought to be looked at: a query finds the records.</summary>
/// <param name="Code">Stable, e.g. <c>agreement.past-its-end</c>.</param>
/// <param name="Kind">What is doubtful.</param>
/// <param name="Found">A lambda of the entity and today: true for the records to be looked at.</param>
/// <param name="Message">What is doubtful and what to do.</param>
public sealed record RecordConcern(string Code, ConcernKind Kind, LambdaExpression Found, Text Message)
{
    /// <summary>A lambda of the entity and of another: only records beside which there is such another one in use are found; null where none is asked for.</summary>
    public LambdaExpression? Beside { get; init; }

    /// <summary>The entity of the other record; null where none is asked for.</summary>
    public Type? Other => Beside?.Parameters[1].Type;
}
