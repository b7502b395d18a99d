-- How pandoc cites each item by itself: pandoc lua pandoc.lua STYLE LANGUAGE ITEMS LIST TO

local style, language, from, list, to = table.unpack(arg)

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function html(blocks)
  return pandoc.write(pandoc.Pandoc(blocks), "html", { wrap_text = "wrap-none" })
end

local function cited(id)
  return pandoc.Para({ pandoc.Cite({ pandoc.Str("?") }, { pandoc.Citation(id, "NormalCitation") }) })
end

local function processed(items, blocks)
  local references = pandoc.read(pandoc.json.encode(items), "csljson").meta.references
  return pandoc.utils.citeproc(pandoc.Pandoc(blocks, { references = references, csl = style, lang = language })).blocks
end

local said = {}
for _, item in ipairs(pandoc.json.decode(read(from), false)) do
  local entry, text = "", ""
  for _, block in ipairs(processed({ item }, { cited(item.id) })) do
    if block.t ~= "Div" then
      text = html({ block })
    elseif block.content[1] then
      entry = html(block.content[1].content)
    end
  end
  said[item.id] = { entry = entry, text = text }
end

-- Then how it cites the items of a second file together, which are one list.
local items, blocks = pandoc.json.decode(read(list), false), {}
for _, item in ipairs(items) do
  blocks[#blocks + 1] = cited(item.id)
end
local together = { order = {}, texts = {} }
for at, block in ipairs(processed(items, blocks)) do
  if block.t == "Div" then
    for _, entry in ipairs(block.content) do
      table.insert(together.order, (entry.identifier:gsub("^ref%-", "")))
    end
  else
    together.texts[items[at].id] = html({ block })
  end
end

local file = assert(io.open(to, "wb"))
file:write(pandoc.json.encode({ alone = said, together = together }))
file:close()
