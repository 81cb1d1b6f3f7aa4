using System.Text.Json;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger;

public sealed class DocumentShelfTests : IDisposable
{
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-shelf-");

    public void Dispose() => folder.Delete(recursive: true);

    private DocumentShelf Shelf => new(new DirectoryInfo(Path.Combine(folder.FullName, "documents")));

    private string FileOf(string hash) => Path.Combine(folder.FullName, "documents", hash);

    [Fact]
    public void A_document_is_found_by_the_hash_of_its_bytes()
    {
        Shelf.Find(Abc).Value.ShouldBeNull();
        Shelf.Put("abc"u8).ShouldBe(Abc);
        Shelf.Put("abc"u8).ShouldBe(Abc);
        Shelf.Find(Abc).Value.ShouldBe([.. "abc"u8]);
        Directory.GetFiles(Path.Combine(folder.FullName, "documents")).ShouldBe([FileOf(Abc)]);
    }

    [Fact]
    public void A_damaged_document_is_a_fault_until_it_is_put_again()
    {
        Shelf.Put("abc"u8);
        File.WriteAllText(FileOf(Abc), "abd");
        Shelf.Find(Abc).Fault!.Code.ShouldBe("LED-0213");
        Shelf.Put("abc"u8);
        Shelf.Find(Abc).Value.ShouldBe([.. "abc"u8]);
    }

    [Theory]
    [InlineData("../party.key")]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    public void What_is_no_hash_leads_to_no_file(string name)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "party.key"), "secret");
        Shelf.Put("abc"u8);
        Shelf.Find(name).Value.ShouldBeNull();
    }

    [Fact]
    public void An_entry_names_documents_at_any_depth()
    {
        var body = JsonElement.Parse("""{"agreement_document":"no","document":"a","parts":[{"document":"b"},{"more":{"document":["c"]}}],"text":"document"}""");
        using var key = PartyLogReference.First();
        var entry = Entry.Sign(key, 0, PartyLogReference.Start, new EntryDraft(EntryKind.AgreementProposed, body)).Value;
        DocumentShelf.NamedBy(entry).ShouldBe(["a", "b", "[\"c\"]"]);
    }
}
