-- How pandoc cites each item by itself: pandoc lua pandoc.lua STYLE LANGUAGE ITEMS TO

local style, language, from, to = table.unpack(arg)

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function html(blocks)
  return pandoc.write(pandoc.Pandoc(blocks), "html", { wrap_text = "wrap-none" })
end

local said = {}
for _, item in ipairs(pandoc.json.decode(read(from), false)) do
  local references = pandoc.read(pandoc.json.encode({ item }), "csljson").meta.references
  local cite = pandoc.Cite({ pandoc.Str("?") }, { pandoc.Citation(item.id, "NormalCitation") })
  local asked = pandoc.Pandoc({ pandoc.Para({ cite }) }, { references = references, csl = style, lang = language })
  local entry, text = "", ""
  for _, block in ipairs(pandoc.utils.citeproc(asked).blocks) do
    if block.t ~= "Div" then
      text = html({ block })
    elseif block.content[1] then
      entry = html(block.content[1].content)
    end
  end
  said[item.id] = { entry = entry, text = text }
end
local file = assert(io.open(to, "wb"))
file:write(pandoc.json.encode(said))
file:close()
