<?xml version="1.0" encoding="UTF-8"?>
<!-- 竞业限制履行通知书、解除竞业限制协议通知书：离职时书面定下来，履行还是解除，二者只出其一。范围不能比原约定宽，补偿按月另付。
     名称照劳动争议司法解释（一）第三十九条的说法：用人单位请求的是“解除竞业限制协议”，不是“放弃”。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fw="urn:fairwell:functions:1"
                xmlns="urn:fairwell:blocks:1" exclude-result-prefixes="fw">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <xsl:variable name="choice" select="case/agreement/@noncompete"/>
    <xsl:if test="$choice='none'">
      <xsl:message terminate="yes">双方没有竞业限制约定，用不着这份通知；有约定的，先写明履行还是解除。</xsl:message>
    </xsl:if>
    <document style="letter" letterhead="true">
      <title id="title"><xsl:call-template name="name"/></title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <xsl:choose>
        <xsl:when test="$choice='enforce'"><xsl:call-template name="enforce"/></xsl:when>
        <xsl:when test="$choice='waive'"><xsl:call-template name="waive"/></xsl:when>
        <xsl:otherwise><p id="choice">公司决定：<field path="case/agreement/@noncompete"/>。</p></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title"><xsl:call-template name="name"/></xsl:with-param>
      </xsl:call-template>
    </document>
  </xsl:template>

  <xsl:template name="name"><xsl:choose><xsl:when test="case/agreement/@noncompete='waive'">解除竞业限制协议通知书</xsl:when><xsl:otherwise>竞业限制履行通知书</xsl:otherwise></xsl:choose></xsl:template>

  <!-- 竞业限制最长二年（第二十四条）：约定得再长，公司也不能要求履行那么久。 -->
  <xsl:template name="enforce">
    <xsl:if test="case/noncompete/@months &gt; 24">
      <bar id="too-long" zh="竞业限制最长二十四个月（劳动合同法第二十四条），请把期限改成二十四个月以内。"
           en="A non-compete lasts 24 months at most (Labour Contract Law, Art. 24); shorten the term."/>
    </xsl:if>
    <p id="agreed">依据双方<field path="case/noncompete/@agreement-date" as="date"/>签订的竞业限制约定和《中华人民共和国劳动合同法》第二十三条、第二十四条，您离职后的竞业限制安排如下，与该约定一致：</p>
    <table id="terms" columns="2 8">
      <row><cell>期限</cell><cell>自劳动合同<xsl:call-template name="ending"/>之次日起<field path="case/noncompete/@months" as="number"/>个月<xsl:if
        test="case/noncompete/@from and case/noncompete/@until">，即<field path="case/noncompete/@from" as="date"/>至<field path="case/noncompete/@until" as="date"/></xsl:if></cell></row>
      <row><cell>地域</cell><cell><field path="case/noncompete/@area"/></cell></row>
      <row><cell>范围</cell><cell>不到与公司生产或者经营同类产品、从事同类业务且有竞争关系的用人单位（具体为<field path="case/noncompete/@scope"/>）任职，也不自行经营该类业务</cell></row>
      <row><cell>经济补偿</cell><cell>每月<field path="case/noncompete/@monthly" as="money"/>元（大写：人民币<field path="case/noncompete/@monthly" as="upper"/>），不包含在离职结算的其他款项中</cell></row>
      <row><cell>支付</cell><cell>每月<field path="case/noncompete/@pay-day" as="number"/>日前<xsl:choose><xsl:when
        test="case/noncompete/@account">汇入<field path="case/noncompete/@account"/></xsl:when><xsl:otherwise>汇入您的工资账户</xsl:otherwise></xsl:choose></cell></row>
      <row><cell>从业情况告知</cell><cell><xsl:if test="case/noncompete/@report-every">每<field path="case/noncompete/@report-every"/>一次，</xsl:if>可以用电子邮件回复就业单位名称和岗位，或者未就业；不要求提供与判断无关的个人信息</cell></row>
    </table>
    <p id="unpaid">因公司的原因三个月未支付补偿的，您有权依法解除竞业限制约定。公司在期限内不再需要您履行的，将提前书面通知您，并依法处理补偿。</p>
    <p id="objection">您认为上述范围超出您实际知悉、接触的商业秘密的，请告知人力资源部<xsl:call-template name="contact"/>，公司将复核。对本通知有争议的，可以依法申请仲裁。</p>
  </xsl:template>

  <!-- 竞业限制开始以后（离职以后）才解除的，员工可以请求额外支付三个月的补偿（司法解释一第三十九条第二款），不能一字不提；
       离职时就解除、期限没有开始的，没有这三个月。 -->
  <xsl:template name="waive">
    <xsl:variable name="afterwards" select="fw:after(@as-of, departure/@last-day)"/>
    <p id="waived">公司决定，自<xsl:choose>
        <xsl:when test="$afterwards"><field path="@as-of" as="date"/></xsl:when>
        <xsl:otherwise><field path="departure/@last-day" as="date"/></xsl:otherwise>
      </xsl:choose>起解除双方<xsl:if test="case/noncompete/@agreement-date">于<field path="case/noncompete/@agreement-date" as="date"/></xsl:if>签订的竞业限制协议（包括劳动合同、保密协议中的竞业限制条款）。自该日起，您不再负有竞业限制义务，可以自由选择职业。您依法保守商业秘密的义务不受影响。</p>
    <xsl:choose>
      <xsl:when test="$afterwards">
        <p id="paid">该日以前您已经履行竞业限制义务的期间，公司按约定支付经济补偿。您还可以依法请求公司额外支付三个月的竞业限制经济补偿。</p>
      </xsl:when>
      <xsl:otherwise>
        <p id="paid">竞业限制期限因此没有开始，公司不支付竞业限制经济补偿。</p>
      </xsl:otherwise>
    </xsl:choose>
    <p id="questions">对本通知有不明白的，请联系人力资源部<xsl:call-template name="contact"/>。</p>
  </xsl:template>
</xsl:stylesheet>
