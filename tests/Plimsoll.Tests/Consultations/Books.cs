using System.Text.Json;
using Plimsoll.Consultations;
using Shouldly;

namespace Plimsoll.Tests.Consultations;

internal static class Books
{
    internal static void ShouldBeSameBookAs(this CaseBook book, CaseBook other) => JsonSerializer.Serialize(book).ShouldBe(JsonSerializer.Serialize(other));
}
